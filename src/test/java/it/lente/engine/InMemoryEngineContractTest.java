package it.lente.engine;

class InMemoryEngineContractTest implements SearchEngineContract {

  private final InMemoryEngine engine = new InMemoryEngine();

  @Override
  public RecordWriter writer() {
    return engine.writer();
  }

  @Override
  public SearchEngine engine() {
    return engine;
  }
}
