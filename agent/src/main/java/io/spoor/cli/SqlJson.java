package io.spoor.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spoor.sql.ColumnLineage;
import io.spoor.sql.ParameterColumn;
import io.spoor.sql.ResultColumn;
import io.spoor.sql.SqlStatement;
import io.spoor.sql.TableName;
import java.util.List;

/** Writes what is known of a statement as JSON. */
final class SqlJson {

  private final ObjectMapper mapper;

  SqlJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(SqlStatement statement) {
    ObjectNode node = mapper.createObjectNode();
    node.put("kind", statement.kind().name());
    names(node.putArray("in"), statement.inputs());
    names(node.putArray("out"), statement.outputs());
    ArrayNode targets = node.putArray("targetColumns");
    for (String column : statement.targetColumns()) {
      targets.add(column);
    }
    edges(node.putArray("columns"), statement.columns());
    ArrayNode results = node.putArray("results");
    for (ResultColumn column : statement.resultColumns()) {
      ObjectNode result = results.addObject();
      result.put("label", column.label());
      result.put("labelWritten", column.isLabelWritten());
      edges(result.putArray("sources"), column.sources());
    }
    ArrayNode parameters = node.putArray("parameters");
    for (ParameterColumn parameter : statement.parameterColumns()) {
      ObjectNode item = parameters.addObject();
      item.put("parameter", parameter.parameter());
      item.put("target", parameter.table().toString());
      item.put("targetColumn", parameter.column());
      item.put("subtype", parameter.transformation().subtype());
    }
    node.put("partial", statement.partial());
    node.put("reason", statement.partialReason());
    node.put("columnsPartial", statement.columnsPartial());
    node.put("columnsReason", statement.columnsPartialReason());
    return node;
  }

  private static void edges(ArrayNode array, List<ColumnLineage> edges) {
    for (ColumnLineage edge : edges) {
      ObjectNode item = array.addObject();
      item.put("source", edge.source().toString());
      item.put("sourceColumn", edge.sourceColumn());
      item.put("target", edge.target() == null ? null : edge.target().toString());
      item.put("targetColumn", edge.targetColumn());
      item.put("targetAssumed", edge.isTargetAssumed());
      item.put("type", edge.transformation().type());
      item.put("subtype", edge.transformation().subtype());
      item.put("masking", edge.isMasking());
    }
  }

  private static void names(ArrayNode array, List<TableName> names) {
    for (TableName name : names) {
      array.add(name.toString());
    }
  }
}
