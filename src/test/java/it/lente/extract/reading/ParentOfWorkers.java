package it.lente.extract.reading;

import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import java.nio.file.Path;

/** A process that has a play read, to be killed. */
public final class ParentOfWorkers {

  private ParentOfWorkers() {}

  public static void main(String[] arguments) {
    WorkerLaunch java = WorkerLaunch.ofThisJava();
    WorkerLaunch scripted =
        new WorkerLaunch(java.java(), java.classPath(), ScriptedWorker.class.getName());
    try (WorkerTextExtractor extractor =
        new WorkerTextExtractor(scripted, WorkerLimits.DEFAULT, 1, Path.of(arguments[1]))) {
      extractor.extract(Path.of(arguments[0]));
    }
  }
}
