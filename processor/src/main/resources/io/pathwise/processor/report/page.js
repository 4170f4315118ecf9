"use strict";
(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const sources = all("[data-line]");
    const mapped = all("[data-first]:not(button)");
    const methods = all("button[data-method]");
    const modes = all("button[data-mode]");
    let method = methods[0].dataset.method;
    let mode = "REVERSE";
    let pinned = null;

    const first = (element) => Number(element.dataset.line ?? element.dataset.first);
    const last = (element) => Number(element.dataset.line ?? element.dataset.last);
    const meets = (one, other) => first(one) <= last(other) && first(other) <= last(one);
    const lines = all(".line[data-first]");
    const hasOrigin = (source) => lines.some((line) => meets(line, source));
    sources.filter(hasOrigin).forEach((source) => source.classList.add("origin"));

    function partners(element) {
        return [...sources, ...mapped].filter((each) => each === element || meets(each, element));
    }

    function mark(name, element) {
        all("." + name).forEach((each) => each.classList.remove(name));
        if (element) {
            partners(element).forEach((each) => each.classList.add(name));
        }
    }

    function scrollTo(pane, name) {
        const target = [...pane.querySelectorAll(".line." + name)].find((each) => each.offsetParent !== null);
        if (target) {
            const middle = target.offsetTop - pane.offsetTop - pane.clientHeight / 3;
            pane.scrollTo({ top: Math.max(0, middle), behavior: "smooth" });
        }
    }

    function show() {
        all(".mode").forEach((each) => {
            each.hidden = each.dataset.method !== method || each.dataset.mode !== mode;
        });
        all(".facts").forEach((each) => {
            each.hidden = each.dataset.method !== method;
        });
        methods.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.method === method)));
        modes.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.mode === mode)));
        document.getElementById("generated").scrollTop = 0;
    }

    function pin(element) {
        pinned = pinned === element ? null : element;
        mark("pinned", pinned);
        if (!pinned) {
            return;
        }
        const owner = methods.find((each) => meets(each, element));
        if (owner && element.dataset.line && owner.dataset.method !== method) {
            method = owner.dataset.method;
            show();
        }
        const inSource = Boolean(element.closest("#source"));
        scrollTo(document.getElementById(inSource ? "generated" : "source"), "pinned");
        if (element.closest(".facts")) {
            scrollTo(document.getElementById("generated"), "pinned");
        }
    }

    [...sources.filter(hasOrigin), ...mapped].forEach((element) => {
        element.addEventListener("mouseenter", () => mark("lit", element));
        element.addEventListener("mouseleave", () => mark("lit", null));
        element.addEventListener("click", () => pin(element));
    });
    methods.forEach((each) => each.addEventListener("click", () => {
        method = each.dataset.method;
        show();
        const start = sources.find((source) => meets(source, each));
        const pane = document.getElementById("source");
        pane.scrollTo({ top: start ? start.offsetTop - pane.offsetTop - 40 : 0, behavior: "smooth" });
    }));
    modes.forEach((each) => each.addEventListener("click", () => {
        mode = each.dataset.mode;
        show();
    }));
    show();
})();
