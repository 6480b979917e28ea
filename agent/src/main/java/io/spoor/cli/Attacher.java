package io.spoor.cli;

import java.io.File;
import net.bytebuddy.agent.ByteBuddyAgent;

/** The one class that links Byte Buddy's agent, which only {@code attach} needs. */
final class Attacher implements AttachCommand.Loader {
  @Override
  public void load(File agentJar, String pid, String arguments) {
    ByteBuddyAgent.attach(agentJar, pid, arguments);
  }
}
