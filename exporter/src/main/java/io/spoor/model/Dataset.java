package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A dataset as one run saw it. Immutable. */
public final class Dataset {

  private final DatasetId id;
  private final List<Facet> facets;
  private final List<Facet> ioFacets;

  /**
   * @param facets what describes the dataset itself
   * @param ioFacets what describes this run's use of it: inputFacets or outputFacets
   */
  public Dataset(DatasetId id, List<Facet> facets, List<Facet> ioFacets) {
    this.id = id;
    this.facets = Collections.unmodifiableList(new ArrayList<Facet>(facets));
    this.ioFacets = Collections.unmodifiableList(new ArrayList<Facet>(ioFacets));
  }

  public DatasetId id() {
    return id;
  }

  public List<Facet> facets() {
    return facets;
  }

  public List<Facet> ioFacets() {
    return ioFacets;
  }
}
