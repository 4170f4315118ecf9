package io.pathwise.processor;

import io.pathwise.processor.calls.Methods;
import io.pathwise.processor.program.Callee;
import io.pathwise.processor.program.Expression.Invoke;
import io.pathwise.processor.program.Function;
import io.pathwise.processor.program.Program;
import io.pathwise.processor.program.Statements;
import io.pathwise.processor.program.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Processes the classes of one round together, since their methods may call each other. */
final class RoundProcessor {
    private final ClassProcessor classes;
    private final Map<Function, Callee> ofEarlierRounds = new HashMap<>();

    RoundProcessor(ClassProcessor classes) {
        this.classes = classes;
    }

    /** Processes classes; returns those that refer to something that a later round may bring. */
    List<TypeElement> process(List<TypeElement> types, boolean isLastRound) {
        List<ReadClass> read = types.stream().map(classes::read).toList();
        List<ReadClass> waiting = isLastRound ? List.of() : waiting(read);
        List<ReadClass> ready =
                read.stream().filter(each -> !waiting.contains(each)).toList();
        Methods callable = callable(ready);
        for (ReadClass each : ready) {
            if (classes.complete(each, callable)) {
                remember(each, callable);
            }
        }
        return waiting.stream().map(ReadClass::type).toList();
    }

    /** Says what is wrong with the methods of a class in which the user gives derivatives. */
    void checkRules(TypeElement type) {
        classes.checkRules(type);
    }

    /** A class waits if something is missing in it, and so does one that calls a method of a class that waits. */
    private static List<ReadClass> waiting(List<ReadClass> read) {
        List<ReadClass> waiting =
                new ArrayList<>(read.stream().filter(each -> !each.isComplete()).toList());
        boolean grown = !waiting.isEmpty();
        while (grown) {
            Set<String> owners = waiting.stream()
                    .map(each -> each.type().getQualifiedName().toString())
                    .collect(Collectors.toSet());
            List<ReadClass> more = read.stream()
                    .filter(each -> !waiting.contains(each))
                    .filter(each -> each.programs().stream().anyMatch(program -> calls(program, owners)))
                    .toList();
            grown = waiting.addAll(more);
        }
        return waiting;
    }

    private static boolean calls(Program program, Set<String> owners) {
        return Statements.anyExpression(
                program.body(),
                each -> each instanceof Invoke call
                        && owners.contains(call.method().owner()));
    }

    private Methods callable(List<ReadClass> ready) {
        Map<Function, Program> programs = new HashMap<>();
        Map<String, String> companions = new HashMap<>();
        Set<Function> exported = new HashSet<>();
        Set<Function> unannotated = new HashSet<>();
        for (ReadClass each : ready) {
            companions.put(each.type().getQualifiedName().toString(), each.companion());
            programs.putAll(ClassSource.byFunction(each.programs()));
            exported.addAll(ClassSource.byFunction(each.publicPrograms()).keySet());
            unannotated.addAll(
                    ClassSource.byFunction(each.unannotatedPrograms()).keySet());
        }
        return new Methods(programs, companions, ofEarlierRounds, classes::canMake, exported, unannotated);
    }

    private void remember(ReadClass read, Methods callable) {
        for (Function each : ClassSource.byFunction(read.programs()).keySet()) {
            boolean hasMembers = !callable.isPart(each)
                    && (!(each.result() instanceof Type.Record) || callable.returnsToCallers(each));
            if (callable.isComplete(each) && hasMembers) {
                ofEarlierRounds.put(each, callable.callee(each));
            }
        }
    }
}
