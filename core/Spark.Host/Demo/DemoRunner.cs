using Spark.Host.Checking;
using Spark.Host.CommandLine;
using Spark.Host.Hosting;
using Spark.Plugins.Environments;
using Spark.Storage.DataFolders;

namespace Spark.Host.Demo;

/// <summary>Runs the demo's environment: makes its secrets, finds free ports, starts its companions, and then the server.</summary>
internal static class DemoRunner
{
    public static async Task<int> RunAsync(string data, bool reset, TextWriter output, CancellationToken cancellationToken)
    {
        if (SparkPaths.FindRoot() is not { } root)
        {
            await Console.Error.WriteLineAsync($"SPK12002: there is no {SparkPaths.DemoEnvironment} here or above. Run the demo from a checkout of Spark.");
            return ExitCode.Error;
        }

        if (reset && Directory.Exists(data))
        {
            if (DataFolderLock.FindHost(data) is { } host)
            {
                await Console.Error.WriteLineAsync($"{DataFolderLock.InUse}: a host runs on '{data}' ({host}). Stop it before you reset the demo.");
                return ExitCode.Error;
            }

            Directory.Delete(data, recursive: true);
        }

        var secrets = Path.GetFullPath(Path.Combine(data, "secrets"));
        var file = Path.Combine(root, SparkPaths.DemoEnvironment);
        var tickets = await DemoTickets.ReadAsync(root, cancellationToken);
        var addresses = new DemoAddresses(await File.ReadAllTextAsync(file, cancellationToken));
        var text = addresses.Moved.Replace("{secrets}", secrets, StringComparison.Ordinal);
        DemoSecrets.Ensure(secrets, text + tickets);
        var environment = EnvironmentReader.Read(text, file);
        if (environment.Config is not { } config)
        {
            FindingPrinter.PrintLines(Console.Error, environment.Findings);
            return ExitCode.Error;
        }

        await using var companions = new CompanionGroup();
        try
        {
            foreach (var companion in config.Companions)
            {
                await companions.StartAsync(companion, SparkPaths.Artifacts(root), cancellationToken);
            }
        }
        catch (InvalidOperationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCode.Error;
        }

        var settings = new HostSettings
        {
            Bots = Path.Combine(root, "bots"),
            Environment = file,
            EnvironmentText = text,
            Data = data,
            Urls = config.PublicUrl.ToString().TrimEnd('/'),
            Plugins = SparkPaths.DefaultPlugins(),
            Secrets = secrets,
        };
        return await SparkServer.RunAsync(
            settings,
            async server =>
            {
                await DemoTickets.SetAsync(server.Services, addresses.Move(tickets), root, secrets, cancellationToken);
                await DemoGreeting.PrintAsync(output, server, config);
            },
            cancellationToken);
    }
}
