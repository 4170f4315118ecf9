package io.pathwise.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Threads that run the blocks of one estimate. */
final class Workers {
    /** So many blocks at most are handed to a thread at a time. */
    private static final long LARGEST_TASK = 64;

    /** So many tasks at least are there for each thread, if there are blocks enough, for all to end at about one time. */
    private static final long TASKS_PER_THREAD = 8;

    private final Run run;
    private final long endPath;
    private final List<BlockRunner> runners = new ArrayList<>();

    Workers(Run run, long endPath, int threads) {
        this.run = run;
        this.endPath = endPath;
        for (int i = 0; i < Math.min(threads, Block.count(endPath)); i++) {
            runners.add(new BlockRunner(run));
        }
    }

    /**
     * Runs blocks. An interruption of the calling thread ends the run early and stays visible to the caller.
     *
     * @param sink receives what was done, on the calling thread
     * @throws PathException if a path fails; of several, the first
     */
    void run(long firstBlock, long endBlock, Consumer<PartialEstimate> sink) {
        Tasks tasks = new Tasks(firstBlock, endBlock, taskSize(endBlock - firstBlock));
        if (runners.size() <= 1) {
            runHere(tasks, sink);
        } else {
            new Team(tasks, sink).run();
        }
    }

    private long taskSize(long blocks) {
        long share = blocks / (runners.size() * TASKS_PER_THREAD);
        return Math.max(1, Math.min(LARGEST_TASK, Long.highestOneBit(share)));
    }

    private void runHere(Tasks tasks, Consumer<PartialEstimate> sink) {
        Thread caller = Thread.currentThread();
        for (long task = 0; task < tasks.count() && !caller.isInterrupted(); task++) {
            sink.accept(runTask(runners.get(0), tasks, task, caller::isInterrupted));
        }
    }

    private PartialEstimate runTask(BlockRunner runner, Tasks tasks, long task, BooleanSupplier stop) {
        return PartialEstimate.run(run.identity(), tasks.first(task), tasks.end(task), block -> {
            Tally tally = runner.run(block, endPath, stop);
            return tally.paths() == 0 ? null : tally;
        });
    }

    /** Blocks from first to end, in tasks of a size. */
    private record Tasks(long firstBlock, long endBlock, long size) {
        long count() {
            return (endBlock - firstBlock + size - 1) / size;
        }

        long first(long task) {
            return firstBlock + task * size;
        }

        long end(long task) {
            return Math.min(first(task) + size, endBlock);
        }
    }

    /** What a thread reports: a task that is done, a failure, or, with neither, that the thread has ended. */
    private record Report(long task, PartialEstimate done, Throwable failure) {}

    /** One run on several threads, led by the calling one, which only merges. */
    private final class Team {
        private final Tasks tasks;
        private final Consumer<PartialEstimate> sink;
        private final BlockingQueue<Report> reports = new ArrayBlockingQueue<>(4 * runners.size());
        private final AtomicLong nextTask = new AtomicLong();
        private Report firstFailure;
        private boolean isInterrupted;

        /** Tasks from here on need not be done, as the run ends with a failure before them, or at once. */
        private volatile long needlessTask = Long.MAX_VALUE;

        Team(Tasks tasks, Consumer<PartialEstimate> sink) {
            this.tasks = tasks;
            this.sink = sink;
        }

        void run() {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            for (int i = 0; i < runners.size(); i++) {
                BlockRunner runner = runners.get(i);
                Thread thread = new Thread(() -> work(runner), "pathwise-" + (i + 1));
                thread.setDaemon(true);
                thread.start();
            }
            int working = runners.size();
            while (working > 0) {
                Report report = take();
                if (report.failure() != null) {
                    fail(report);
                } else if (report.done() != null) {
                    accept(report);
                } else {
                    working--;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            throwFailure();
        }

        private Report take() {
            while (true) {
                try {
                    return reports.take();
                } catch (InterruptedException interruption) {
                    isInterrupted = true;
                    needlessTask = -1;
                }
            }
        }

        private void accept(Report report) {
            try {
                sink.accept(report.done());
            } catch (RuntimeException | Error failure) {
                fail(new Report(-1, null, failure));
            }
            // a listener may have interrupted this thread, which would end the waiting only if there is any
            if (Thread.interrupted()) {
                isInterrupted = true;
                needlessTask = -1;
            }
        }

        private void fail(Report report) {
            if (firstFailure == null || report.task() < firstFailure.task()) {
                firstFailure = report;
                needlessTask = Math.min(needlessTask, report.task());
            }
        }

        private void throwFailure() {
            if (firstFailure != null) {
                if (firstFailure.failure() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) firstFailure.failure();
            }
        }

        private void work(BlockRunner runner) {
            long task = nextTask.getAndIncrement();
            while (task < tasks.count() && task <= needlessTask) {
                long current = task;
                report(attempt(runner, current));
                task = nextTask.getAndIncrement();
            }
            report(new Report(task, null, null));
        }

        private Report attempt(BlockRunner runner, long task) {
            try {
                return new Report(task, runTask(runner, tasks, task, () -> task > needlessTask), null);
            } catch (RuntimeException | Error failure) {
                return new Report(task, null, failure);
            }
        }

        private void report(Report report) {
            boolean isReported = false;
            while (!isReported) {
                try {
                    reports.put(report);
                    isReported = true;
                } catch (InterruptedException interruption) {
                    // nobody but a differentiated method can interrupt this thread, and the team must hear of the task
                    Thread.yield();
                }
            }
        }
    }
}
