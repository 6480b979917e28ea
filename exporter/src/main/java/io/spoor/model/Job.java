package io.spoor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A job: what runs again and again under one name. Immutable. */
public final class Job {

  private final String namespace;
  private final String name;
  private final List<Facet> facets;

  public Job(String namespace, String name, List<Facet> facets) {
    this.namespace = namespace;
    this.name = name;
    this.facets = Collections.unmodifiableList(new ArrayList<Facet>(facets));
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  public List<Facet> facets() {
    return facets;
  }
}
