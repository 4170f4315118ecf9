package io.pathwise.processor.program;

import io.pathwise.processor.program.Expression.RecordValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The records that a call hands over, put together of the components that take their place. */
public final class RecordArguments {
    private RecordArguments() {}

    /**
     * The arguments that a method takes.
     *
     * @param types the types of its parameters
     * @param flat the arguments with the components in place of records, if these have been replaced already
     */
    public static List<Expression> assemble(List<Type> types, List<Expression> flat) {
        boolean areRecords = flat.stream().anyMatch(each -> each.type() instanceof Type.Record);
        if (areRecords) {
            return flat;
        }
        Iterator<Expression> values = flat.iterator();
        List<Expression> arguments = new ArrayList<>();
        types.forEach(type -> arguments.add(next(type, values)));
        return arguments;
    }

    private static Expression next(Type type, Iterator<Expression> values) {
        if (!(type instanceof Type.Record record)) {
            return values.next();
        }
        List<Expression> components = new ArrayList<>();
        record.components().forEach(each -> components.add(next(each.type(), values)));
        return new RecordValue(record, components, Position.NONE);
    }

    /** The values that a record is made of, those of records in it included. */
    public static List<Expression> leaves(RecordValue record) {
        List<Expression> leaves = new ArrayList<>();
        for (Expression each : record.components()) {
            if (each instanceof RecordValue inner) {
                leaves.addAll(leaves(inner));
            } else {
                leaves.add(each);
            }
        }
        return leaves;
    }
}
