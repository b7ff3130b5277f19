package it.lente.engine;

class InMemoryEngineContractTest
    implements ListContract,
        FacetContract,
        DocumentContract,
        DiscoveryContract,
        CoverageContract,
        WriterContract,
        DeadlineContract {

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
