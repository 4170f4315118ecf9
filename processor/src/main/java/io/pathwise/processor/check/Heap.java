package io.pathwise.processor.check;

import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expression.Literal;
import io.pathwise.processor.program.Expression.Local;
import io.pathwise.processor.program.Variable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** To which arrays variables, and rows of matrices, may refer at one place of a program. */
final class Heap {
    private final Map<Variable, Set<Site>> variables = new HashMap<>();
    private final Map<Site, Set<Site>> rows = new HashMap<>();
    private final Set<Site> plural = new HashSet<>();
    private final Map<Row, Set<Site>> latest = new HashMap<>();

    /** The row of a matrix with an index that is a variable or a literal. */
    private record Row(Variable matrix, Object index) {
        static Optional<Row> of(Element element) {
            if (!(element.array() instanceof Local matrix)) {
                return Optional.empty();
            } else if (element.index() instanceof Local local) {
                return Optional.of(new Row(matrix.variable(), local.variable()));
            }
            return element.index() instanceof Literal literal
                    ? Optional.of(new Row(matrix.variable(), literal.value()))
                    : Optional.empty();
        }

        boolean mentions(Variable variable) {
            return matrix.equals(variable) || index.equals(variable);
        }
    }

    /**
     * Arrays that are not told apart: those that one expression creates, or an array of somebody else with its rows.
     *
     * @param key which expression, or whose
     * @param owner to whom they belong; absent for the method's own
     */
    record Site(Object key, Optional<Owner> owner) {
        /** An array of somebody else. */
        static Site of(Owner owner) {
            return new Site(owner, Optional.of(owner));
        }

        boolean isForeign() {
            return owner.isPresent();
        }
    }

    Heap copy() {
        Heap copy = new Heap();
        copy.join(this);
        copy.latest.putAll(latest);
        return copy;
    }

    Set<Site> of(Variable variable) {
        return variables.getOrDefault(variable, Set.of());
    }

    void assign(Variable variable, Set<Site> sites) {
        variables.put(variable, sites);
        changed(variable);
    }

    /** The variable gets another value. */
    void changed(Variable variable) {
        latest.keySet().removeIf(each -> each.mentions(variable));
    }

    /** What the row of a matrix may be. */
    Set<Site> of(Element row, Set<Site> matrices) {
        Set<Site> last = Row.of(row).map(latest::get).orElse(null);
        return last == null ? rowsOf(matrices) : last;
    }

    /** A row of one of the matrices becomes one of the arrays. */
    void assign(Element row, Set<Site> matrices, Set<Site> arrays) {
        addRows(matrices, arrays);
        Row.of(row).ifPresent(each -> latest.put(each, arrays));
    }

    void forget(Collection<Variable> scope) {
        variables.keySet().removeAll(scope);
        scope.forEach(this::changed);
    }

    /** What the rows of the arrays may be. */
    Set<Site> rowsOf(Set<Site> arrays) {
        Set<Site> all = new LinkedHashSet<>();
        arrays.forEach(each -> all.addAll(each.isForeign() ? Set.of(each) : rows.getOrDefault(each, Set.of())));
        return all;
    }

    /** An array is created to which only the variable may have referred, if anything. */
    void create(Site site, Optional<Variable> target, Set<Site> itsRows) {
        boolean isKnown = variables.entrySet().stream()
                        .anyMatch(each -> !target.equals(Optional.of(each.getKey()))
                                && each.getValue().contains(site))
                || rows.values().stream().anyMatch(each -> each.contains(site));
        if (isKnown) {
            plural.add(site);
            addRows(Set.of(site), itsRows);
        } else {
            rows.put(site, itsRows);
        }
    }

    /** The rows with which a matrix is created; no variable tells them apart. */
    void createRows(Site row, Set<Site> itsRows) {
        plural.add(row);
        addRows(Set.of(row), itsRows);
    }

    /** Some rows of one of the arrays are replaced. */
    void addRows(Set<Site> arrays, Set<Site> more) {
        latest.clear();
        arrays.stream().filter(each -> !each.isForeign()).forEach(each -> rows.merge(each, more, Heap::union));
    }

    /** All rows of an array are replaced. */
    void replaceRows(Site array, Set<Site> others) {
        latest.clear();
        rows.put(array, others);
    }

    /** The only array to which the variable may refer; absent if there may be several. */
    Optional<Site> only(Variable variable) {
        Set<Site> sites = of(variable);
        return sites.size() == 1
                ? sites.stream().filter(each -> !plural.contains(each)).findFirst()
                : Optional.empty();
    }

    /** What may be here or there may be. */
    void join(Heap other) {
        other.variables.forEach((variable, sites) -> variables.merge(variable, sites, Heap::union));
        other.rows.forEach((array, sites) -> rows.merge(array, sites, Heap::union));
        plural.addAll(other.plural);
        latest.keySet().retainAll(other.latest.keySet());
        latest.replaceAll((row, sites) -> union(sites, other.latest.get(row)));
    }

    boolean isAs(Heap other) {
        return variables.equals(other.variables)
                && rows.equals(other.rows)
                && plural.equals(other.plural)
                && latest.equals(other.latest);
    }

    static Set<Site> union(Set<Site> left, Set<Site> right) {
        Set<Site> union = new LinkedHashSet<>(left);
        union.addAll(right);
        return union;
    }
}
