package io.pathwise.processor.simplify;

import io.pathwise.processor.program.Expression.Element;
import io.pathwise.processor.program.Expressions;
import io.pathwise.processor.program.Statement;
import io.pathwise.processor.program.Statement.Assign;
import io.pathwise.processor.program.Statement.Block;
import io.pathwise.processor.program.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes {@code a[i] = e} for {@code a[i] = 0; …; a[i] += e}. */
final class ElementZeros {
    private final ElementUses uses;

    private ElementZeros(ArrayAliases aliases) {
        this.uses = new ElementUses(aliases);
    }

    /** The block without zeros that are overwritten or only added to. */
    static Block apply(Block block) {
        return new ElementZeros(ArrayAliases.of(block)).rewrite(block);
    }

    private Block rewrite(Block block) {
        return Line.rewrite(block, before -> {
            List<Line> lines = new ArrayList<>(before);
            for (int at = lines.size() - 1; at >= 0; at--) {
                mergeAt(lines, at);
            }
            lines.replaceAll(line -> line.with(Line.mapBlocks(line.statement(), this::rewrite)));
            return lines;
        });
    }

    private void mergeAt(List<Line> lines, int at) {
        if (!(lines.get(at).statement() instanceof Assign zero)
                || !(zero.target() instanceof Element element)
                || element.type() != Primitive.DOUBLE
                || !Algebra.isZero(zero.value())) {
            return;
        }
        for (int next = at + 1; next < lines.size(); next++) {
            Statement statement = lines.get(next).statement();
            Optional<Statement> merged = merge(element, statement);
            if (merged.isPresent()) {
                lines.set(next, lines.get(next).with(merged.get()));
                lines.remove(at);
                return;
            } else if (uses.touches(statement, element)) {
                return;
            }
        }
    }

    private Optional<Statement> merge(Element element, Statement statement) {
        if (!(statement instanceof Assign assign) || !Expressions.same(assign.target(), element)) {
            return Optional.empty();
        }
        if (!uses.reads(assign.value(), element)) {
            return Optional.of(assign);
        }
        return Addition.of(assign)
                .filter(addition -> !uses.reads(addition.more(), element))
                .map(addition -> new Assign(element, Algebra.asInitializer(addition.signed()), assign.position()));
    }
}
