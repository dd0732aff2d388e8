using System.Diagnostics;
using System.Globalization;

namespace Spark.Tests;

/// <summary>
/// A PostgreSQL of the tests' own: on loopback, on a free port, in a temporary folder. It can be stopped and started again, and ends with
/// the process that started it, however that ends. As root it runs as an ordinary user: PostgreSQL refuses root.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Whoever starts it holds the other end of its input: when that closes, the server is stopped at once.
    private const string Watch = "\"$@\" & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server";

    private readonly string folder;
    private readonly string binaries;
    private readonly int port = LoopbackPort.Free();
    private Process? server;

    private PostgresCluster(string folder, string binaries)
    {
        this.folder = folder;
        this.binaries = binaries;
    }

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Missing => FindBinaries() is null
        ? "PostgreSQL's server programs (initdb, postgres) are missing: install postgresql, or name their folder in SPARK_POSTGRES."
        : null;

    public int Port => port;

    private string Cluster => Path.Combine(folder, "cluster");

    public static async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken)
    {
        var cluster = new PostgresCluster(
            Directory.CreateTempSubdirectory("spark-postgres-").FullName, FindBinaries() ?? throw new InvalidOperationException(Missing));
        try
        {
            await cluster.CreateAsync(cancellationToken);
            await cluster.ResumeAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>How a database of it is reached.</summary>
    /// <param name="database">The database.</param>
    /// <param name="through">Another port that leads there.</param>
    public string ConnectionString(string database, int? through = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={through ?? port};Username=spark;Database={database}");

    /// <summary>Starts the server, at first or again.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server = Start(
            "/bin/sh",
            [
                "-c", Watch, "sh", Path.Combine(binaries, "postgres"), "-D", Cluster, "-p", port.ToString(CultureInfo.InvariantCulture),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "shared_buffers=64MB", "-c", "max_connections=200",
            ]);
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, line) =>
        {
            // A standby says that it accepts read-only ones.
            if (line.Data?.Contains("system is ready to accept", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience, cancellationToken);
    }

    /// <summary>Starts the server as a standby, which answers and takes no writes.</summary>
    public async Task ResumeAsStandbyAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(Cluster, "standby.signal"), "", cancellationToken);
        await ResumeAsync(cancellationToken);
    }

    /// <summary>Copies a database to a file, as an operator does while it is in use.</summary>
    public Task DumpAsync(string database, string file, CancellationToken cancellationToken) =>
        RunAsync(Path.Combine(binaries, "pg_dump"), [.. Address(database), "--format=custom", $"--file={file}"], cancellationToken);

    /// <summary>Puts what was copied in the place of what is there.</summary>
    public Task RestoreAsync(string database, string file, CancellationToken cancellationToken) =>
        RunAsync(Path.Combine(binaries, "pg_restore"), [.. Address(database), "--clean", "--if-exists", file], cancellationToken);

    /// <summary>Stops the server as an operator does: sessions are ended, what is committed stays.</summary>
    public async Task StopAsync()
    {
        if (server is not null)
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync().WaitAsync(Patience);
            server.Dispose();
            server = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private IEnumerable<string> Address(string database) =>
        ["--host=127.0.0.1", $"--port={port.ToString(CultureInfo.InvariantCulture)}", "--username=spark", $"--dbname={database}"];

    private static string? FindBinaries() =>
        Candidates().FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")) && File.Exists(Path.Combine(place, "postgres")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("SPARK_POSTGRES") is { Length: > 0 } named)
        {
            yield return named;
        }

        // Debian keeps the server's programs beside the path, by version.
        const string Debian = "/usr/lib/postgresql";
        if (Directory.Exists(Debian))
        {
            foreach (var version in Directory.EnumerateDirectories(Debian).OrderDescending(StringComparer.Ordinal))
            {
                yield return Path.Combine(version, "bin");
            }
        }

        foreach (var place in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            yield return place;
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["nobody", folder], cancellationToken);
        }

        using var init = Start(
            Path.Combine(binaries, "initdb"),
            ["--pgdata", Cluster, "--username", "spark", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"]);
        await EndAsync(init, cancellationToken);
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await EndAsync(process, cancellationToken);
    }

    private static async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        }
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        string[] all = Environment.IsPrivilegedProcess ? ["runuser", "-u", "nobody", "--", program, .. arguments] : [program, .. arguments];
        return Process.Start(new ProcessStartInfo(all[0], all[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
    }
}
