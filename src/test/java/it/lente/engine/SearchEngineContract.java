package it.lente.engine;

/** The whole contract of an engine. */
public interface SearchEngineContract
    extends ListContract,
        FacetContract,
        DocumentContract,
        DiscoveryContract,
        CoverageContract,
        WriterContract,
        DeadlineContract {}
