package io.spoor.boot.record;

/** The methods whose calls are units of work, by the ids of their hooks. */
public interface UnitTable {

  /** Ids of hooks for units of work begin here. */
  int FIRST = 20000;

  /** A task was made, which runs later: its constructor returns. */
  int MADE = FIRST;

  /** A task was given to an executor. */
  int GIVEN = FIRST + 1;

  /** A task runs. */
  int RUNS = FIRST + 2;

  /** A thread begins that belongs to whoever gives it work, not to who made it. */
  int WORKER = FIRST + 3;

  /** An executor is about to run a task. */
  int BEFORE = FIRST + 4;

  /** It has run. */
  int AFTER = FIRST + 5;

  /** A job of a scheduler ended with the exception that is its second argument, or null. */
  int OUTCOME = FIRST + 6;

  /** An executor is about to take a task that runs by the clock. */
  int CLOCKED = FIRST + 7;

  /** Such a task runs. */
  int FIRES = FIRST + 8;

  /** A timer's queue was asked for the task that is due next. */
  int TIMER_NEXT = FIRST + 9;

  /** That task runs, and will again. */
  int TIMER_FIRES = FIRST + 10;

  /** A timer has run a task. */
  int TIMER_RESTS = FIRST + 11;

  /** Methods of frameworks, as {@link Frameworks} lists them. */
  int FRAMEWORKS = FIRST + 20;

  /** Methods that the user has named. */
  int NAMED = FIRST + 100;

  /** The rule of a method that the user has named. */
  UnitRule named(int id);
}
