package io.spoor.instrumentation.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spoor.instrumentation.Descriptions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What descriptions of libraries become, and what is said of those that are wrong. */
class LibraryCompilerTest {

  private static final String HEAD = "library: Acme\nclasses:\n  com.acme.Model:\n";

  private static LibraryCompiler compile(String text) {
    LibraryCompiler compiler = new LibraryCompiler(100);
    compiler.add("acme.yml", text);
    return compiler;
  }

  private static void isWrong(String text, String... problems) {
    assertEquals(List.of(problems), compile(text).problems());
  }

  @Test
  void spoorsOwnAreRight() throws IOException {
    LibraryCompiler own = Descriptions.compileLibraries(new File("src/main/libraries"));
    assertEquals(List.of(), own.problems());
  }

  @Test
  void aMethodThatSaves() {
    LibraryCompiler compiler =
        compile(HEAD + "    save(String, Map):\n      saves: this\n      writes: 1\n");
    assertEquals(List.of(), compiler.problems());
    String target = " save|(Ljava/lang/String;Ljava/util/Map;)|*|";
    assertEquals(
        List.of(
            "gate com/acme/",
            "com/acme/Model",
            target + "E|enter|(ILjava/lang/Object;[Ljava/lang/Object;)V|#100,this,args",
            target + "R|exit|(ILjava/lang/Object;Ljava/lang/Object;)V|#100,this,result",
            target + "T|thrown|(ILjava/lang/Throwable;)V|#100,thrown",
            "call Acme\t\tcom.acme.Model.save(String, Map)\tSAVES\t\tthis\tWRITES\t\t1"),
        compiler.lines());
  }

  /** It is called for each row: one hook, which gets the model and the data. */
  @Test
  void aMethodThatPredicts() {
    LibraryCompiler compiler =
        compile(HEAD + "    ask(Model, com.acme.Rows):\n      on: 2\n      predicts: 1\n");
    assertEquals(
        List.of(
            "gate com/acme/",
            "com/acme/Model",
            " ask|(Lcom/acme/Model;Lcom/acme/Rows;)|*|R|exit|(ILjava/lang/Object;"
                + "Ljava/lang/Object;)V|#100,0,1",
            "call Acme\t\tcom.acme.Model.ask(Model, com.acme.Rows)\tPREDICTS\t\t1\tON\t\t2"),
        compiler.lines());
  }

  /** Whoever is constructed is no object before its constructor returns. */
  @Test
  void aConstructorAndAPackage() {
    LibraryCompiler compiler =
        compile(
            "library: Acme\nartifact: com.acme:ml\nclasses:\n  com.acme.**:\n"
                + "    new(double[][], ...):\n      data: this\n");
    String target = " <init>|([[D|*|R|";
    assertEquals(
        List.of(
            "gate com/acme/",
            "com/acme/**",
            target + "enter|(ILjava/lang/Object;[Ljava/lang/Object;)V|#100,this,args",
            target + "exit|(ILjava/lang/Object;Ljava/lang/Object;)V|#100,this,this",
            "call Acme\tcom.acme:ml\tcom.acme.**.new(double[][], ...)\tDATA\t\tthis"),
        compiler.lines());
  }

  @Test
  void placesInARow() {
    List<String> lines =
        compile(
                HEAD
                    + "    fit(int):\n      trains: this\n      features: 1.a().*.name?, result.b\n")
            .lines();
    assertEquals(
        "call Acme\t\tcom.acme.Model.fit(int)\tTRAINS\t\tthis\tFEATURES\t\t1.a().*.name?"
            + "\tFEATURES\t\tresult.b",
        lines.get(lines.size() - 1));
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    isWrong(
        "classes:\n  a.B:\n    c():\n      reads: 1\n",
        "acme.yml was left out: it does not say 'library: NAME'");
    isWrong("library: Acme\n", "acme.yml describes no method beneath 'classes'");
    isWrong("\tlibrary: Acme", "acme.yml was left out: line 1 is indented by a tab");
    isWrong(
        HEAD + "    save(String):\n      writes: 1\nlibary: x\n",
        "acme.yml, line 6: expected 'library', 'artifact', 'types' with short names, or 'classes'"
            + " with a class, a method and its roles beneath one another, not 'libary'");
    isWrong(
        HEAD + "    save(String):\n      wirtes: 1\n",
        "acme.yml, line 5: 'wirtes' is no role; did you mean 'writes'?");
    isWrong(
        HEAD + "    save(String):\n      writes: 2\n",
        "acme.yml, line 5: there is no argument 2, only 1");
    isWrong(
        HEAD + "    save(String):\n      writes: first\n",
        "acme.yml, line 5: 'first' is no place: this, result, or the number of an argument from"
            + " 1");
    isWrong(
        HEAD + "    save(String):\n      writes: 1.get(0)\n",
        "acme.yml, line 5: 'get(0)' is neither a field nor a method without arguments, as in"
            + " size()");
    isWrong(
        HEAD + "    save(..., String):\n      writes: 1\n",
        "acme.yml, line 4: '...' stands for the rest and must be the last");
    isWrong(
        HEAD + "    save(List<String>):\n      writes: 1\n",
        "acme.yml, line 4: 'List<String>' is no type of an argument");
    isWrong(
        HEAD + "    ask(int):\n      predicts: this\n      rows: 1\n",
        "acme.yml, line 4: 'predicts' is called too often for more than 'on' beside it; describe"
            + " the rest elsewhere");
    isWrong(
        HEAD + "    ask(int):\n      predicts: result\n",
        "acme.yml, line 5: 'predicts' is called too often for anything but this or an argument"
            + " itself");
    isWrong(
        HEAD + "    fit(int):\n      parameter: 1\n",
        "acme.yml, line 5: 'parameter' needs its name behind it, as in 'parameter depth: 2'");
    isWrong(
        HEAD + "    fit(int):\n      trains fast: this\n",
        "acme.yml, line 5: 'trains' takes no name, and here is 'fast'");
    isWrong(
        "library: Acme\nclasses:\n  java.io.File:\n    delete():\n      writes: this\n",
        "acme.yml, line 4: java.io.File is of the JDK, and no library");
  }

  /** The rest of a description stands. */
  @Test
  void oneMistakeTakesOneMethodOut() {
    LibraryCompiler compiler =
        compile(
            HEAD
                + "    load(String):\n      reads: 1\n      lods: result\n"
                + "    save(String):\n      saves: this\n      writes: 1\n");
    assertEquals(1, compiler.problems().size());
    List<String> calls = new ArrayList<>(compiler.lines());
    calls.removeIf(line -> !line.startsWith("call "));
    assertEquals(
        List.of("call Acme\t\tcom.acme.Model.save(String)\tSAVES\t\tthis\tWRITES\t\t1"), calls);
  }
}
