package io.spoor.tests;

/** What each library needs on the class path, by the beginnings of the names of the jars. */
final class ModelLibraries {

  static final String[] XGBOOST = {
    "xgboost4j_2.12",
    "commons-logging",
    "jackson-databind",
    "jackson-core",
    "jackson-annotations",
    "kryo",
    "minlog",
    "objenesis",
    "reflectasm",
    "scala-library"
  };

  static final String[] LIGHTGBM = {"lightgbm4j", "slf4j-api", "slf4j-nop"};

  static final String[] CATBOOST = {
    "catboost-prediction", "catboost-common", "commons-io", "slf4j-api", "slf4j-nop"
  };

  static final String[] ONNX = {"onnxruntime"};

  static final String[] WEKA = {
    "weka-stable",
    "java-cup-runtime",
    "java-cup",
    "bounce",
    "mtj",
    "core",
    "netlib-java",
    "jfilechooser-bookmarks",
    "jclipboardhelper"
  };

  static final String[] H2O = {
    "h2o-algos",
    "h2o-core",
    "h2o-genmodel",
    "h2o-logger",
    "h2o-logging-impl-classic",
    "h2o-tree-api",
    "h2o-webserver-iface",
    "h2o-jaas-pam",
    "javax.servlet-api",
    "libpam4j",
    "log4j",
    "gson",
    "javassist",
    "joda-time",
    "commons-math3",
    "commons-lang",
    "commons-codec",
    "commons-io",
    "commons-logging",
    "JTransforms",
    "JLargeArrays",
    "jama",
    "guava",
    "jopt-simple"
  };

  static final String[] H2O_SCORING = {"h2o-genmodel", "h2o-logger", "h2o-tree-api", "gson"};

  static final String[] JPMML = {
    "pmml-evaluator",
    "pmml-evaluator-metro",
    "pmml-model",
    "pmml-model-metro",
    "jaxb-runtime",
    "jaxb-core",
    "jakarta.xml.bind-api",
    "jakarta.activation",
    "istack-commons-runtime",
    "txw2",
    "guava",
    "commons-math3",
    "failureaccess"
  };

  static final String[] SMILE = {
    "smile-core",
    "smile-io",
    "smile-data",
    "smile-math",
    "smile-graph",
    "commons-csv",
    "slf4j-api",
    "slf4j-nop"
  };

  static final String[] TRIBUO = {
    "tribuo-classification-core",
    "tribuo-classification-sgd",
    "tribuo-common-sgd",
    "tribuo-core",
    "tribuo-data",
    "tribuo-math",
    "tribuo-util-onnx",
    "olcut-core",
    "olcut-config-protobuf",
    "opencsv-5.9.jar",
    "commons-lang3",
    "commons-text",
    "commons-beanutils",
    "commons-collections4",
    "commons-logging",
    "protobuf-java"
  };

  static final String[] LIBSVM = {"libsvm"};
  static final String[] LIBLINEAR = {"liblinear"};
  static final String[] OPENNLP = {"opennlp-tools"};

  private ModelLibraries() {}
}
