package it.lente.engine;

class InMemoryEngineContractTest extends DiscoveryContract {

  private final InMemoryEngine engine = new InMemoryEngine();

  @Override
  protected RecordWriter writer() {
    return engine.writer();
  }

  @Override
  protected SearchEngine engine() {
    return engine;
  }
}
