package io.spoor.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runs of a home folder, newest first. The name of an events file tells when its run began, so
 * that the latest run is found without reading the files of all others.
 */
final class RunFinder {
  private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3})Z-(.+)\\.jsonl");
  private static final int STAMP_LENGTH = "yyyyMMddTHHmmss.SSS".length();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS", Locale.ROOT);
  private static final Comparator<RunView> NEWEST_FIRST =
      Comparator.comparing(RunView::start).reversed().thenComparing(RunView::runId);

  private final Path events;
  private final Consumer<String> warnings;
  private final RunFileReader reader;

  /** Files named by Spoor, newest first; null until the folder was listed. */
  private List<Path> stamped;

  /** Runs in files with other names. */
  private List<RunView> others;

  /**
   * @param home need not exist
   * @param warnings takes one sentence for each thing that cannot be read
   */
  RunFinder(Path home, Consumer<String> warnings) {
    this.events = home.resolve("events");
    this.warnings = warnings;
    this.reader = new RunFileReader(warnings);
  }

  /**
   * The newest runs that pass a filter, newest first, without those that are parts of others.
   *
   * @param atMost how many; files of runs that began before them are not opened
   */
  List<RunView> find(Predicate<RunView> filter, int atMost) {
    return find(filter.and(run -> !run.isPart()), atMost, file -> true);
  }

  /** All runs whose id begins so, newest first; parts of others where there is no other. */
  List<RunView> findById(String prefix) {
    Predicate<RunView> filter = run -> run.runId().startsWith(prefix);
    List<RunView> found =
        find(filter, Integer.MAX_VALUE, file -> file.startsWith(prefix, STAMP_LENGTH + 2));
    if (found.isEmpty()) {
      // A run that shares the file of another, or a file that was renamed.
      found = find(filter, Integer.MAX_VALUE, file -> true);
    }
    List<RunView> whole = new ArrayList<>(found);
    whole.removeIf(RunView::isPart);
    return whole.isEmpty() ? found : whole;
  }

  private List<RunView> find(Predicate<RunView> filter, int atMost, Predicate<String> names) {
    if (stamped == null) {
      list();
    }
    List<RunView> found = new ArrayList<>(others);
    found.removeIf(filter.negate());
    for (Path file : stamped) {
      if (isOlderThanAll(file, found, atMost)) {
        break;
      }
      if (!names.test(file.getFileName().toString())) {
        continue;
      }
      for (RunView run : reader.read(file)) {
        if (filter.test(run)) {
          found.add(run);
        }
      }
    }
    found.sort(NEWEST_FIRST);
    return found.size() <= atMost ? found : new ArrayList<>(found.subList(0, atMost));
  }

  /** Names of all jobs in the store; reads every file, without warnings. */
  TreeSet<String> jobNames() {
    TreeSet<String> names = new TreeSet<>();
    RunFinder quiet = new RunFinder(events.getParent(), sentence -> {});
    for (RunView run : quiet.find(run -> true, Integer.MAX_VALUE)) {
      names.add(run.jobName());
    }
    return names;
  }

  /** Where the events are looked for. */
  Path folder() {
    return events;
  }

  private static boolean isOlderThanAll(Path file, List<RunView> found, int atMost) {
    if (found.size() < atMost) {
      return false;
    }
    List<RunView> newest = new ArrayList<>(found);
    newest.sort(NEWEST_FIRST);
    String stamp = file.getFileName().toString().substring(0, STAMP_LENGTH);
    LocalDateTime began = LocalDateTime.parse(stamp, STAMP);
    return began.toInstant(ZoneOffset.UTC).isBefore(newest.get(atMost - 1).start());
  }

  /** Lists the folder; files with names of their own are read at once, for want of a date. */
  private void list() {
    stamped = new ArrayList<>();
    others = new ArrayList<>();
    List<Path> renamed = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(events)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.startsWith(".")) {
          // left by editors, file managers and network file systems
          continue;
        }
        if (!name.endsWith(".jsonl") || Files.isDirectory(file)) {
          warnings.accept(
              file + " is no events file of Spoor; skipped, move it out of the events folder");
        } else if (isStamped(name)) {
          stamped.add(file);
        } else {
          renamed.add(file);
        }
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (NotDirectoryException e) {
      warnings.accept(events + " is no folder; move it away, or name another home with --home");
    } catch (AccessDeniedException e) {
      warnings.accept(
          events + " cannot be read: not allowed; run 'show' as the user who ran the job");
    } catch (DirectoryIteratorException | IOException e) {
      warnings.accept(events + " cannot be listed (" + e.getMessage() + ")");
    }
    stamped.sort(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed());
    renamed.sort(Comparator.naturalOrder());
    for (Path file : renamed) {
      others.addAll(reader.read(file));
    }
  }

  private static boolean isStamped(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    try {
      LocalDateTime.parse(matcher.group(1), STAMP);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
