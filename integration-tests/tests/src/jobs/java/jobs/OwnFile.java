package jobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** A file for Parquet without Hadoop's file systems, as many programs have one. */
final class OwnFile implements InputFile, OutputFile {

  private final Path path;
  private final boolean byChannel;

  OwnFile(Path path, boolean byChannel) {
    this.path = path;
    this.byChannel = byChannel;
  }

  @Override
  public long getLength() throws IOException {
    return Files.size(path);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    InputStream in = byChannel ? Channels.newInputStream(file.getChannel()) : new ReadsFile(file);
    return new DelegatingSeekableInputStream(in) {
      @Override
      public long getPos() throws IOException {
        return file.getFilePointer();
      }

      @Override
      public void seek(long position) throws IOException {
        file.seek(position);
      }
    };
  }

  @Override
  public PositionOutputStream create(long blockSize) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
    return new PositionOutputStream() {
      private long position;

      @Override
      public long getPos() {
        return position;
      }

      @Override
      public void write(int b) throws IOException {
        out.write(b);
        position++;
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        position += length;
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
    return create(blockSize);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  private static final class ReadsFile extends InputStream {
    private final RandomAccessFile file;

    ReadsFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return file.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
