using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spark.Cockpit.Admin;
using Spark.Engine.Reading;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.CommandLine;
using Spark.Host.Webhooks;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Tokens;
using Spark.Storage;
using Spark.Storage.DataFolders;

namespace Spark.Host.Hosting;

/// <summary>The server: puts the parts together, starts them in their order, and says where it can be reached.</summary>
internal static class SparkServer
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="settings">What the operator said.</param>
    /// <param name="whenRunning">Called once requests are taken.</param>
    /// <param name="cancellationToken">Stops the server.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostSettings settings, Func<RunningServer, Task> whenRunning, CancellationToken cancellationToken)
    {
        try
        {
            var environment = await ReadEnvironmentAsync(settings, cancellationToken);
            using var hold = DataFolderLock.Acquire(settings.Data, new Uri(settings.Urls.Split(';')[0] + "/api/admin"));
            await using var app = Build(settings);
            await app.Services.GetRequiredService<PluginHost>().LoadAsync(
                new() { Roots = [settings.Plugins], Environment = environment, SecretsFolder = settings.Secrets }, cancellationToken);
            await LoadBotsAsync(app, settings, environment, cancellationToken);
            await PrintNewTokenAsync(app, cancellationToken);
            app.MapHealth();
            app.MapSparkAdmin();
            app.MapChannels(environment.Channels);
            await app.StartAsync(cancellationToken);
            var running = Describe(app);
            await Console.Out.WriteLineAsync($"Spark is listening on {running.Url}");
            await whenRunning(running);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (OperatorException problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message}");
            return ExitCode.Error;
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"SPK12009: {settings.Urls} cannot be listened on: {problem.Message} End what listens there, or give --urls.");
            return ExitCode.Error;
        }
    }

    private static async Task<EnvironmentConfig> ReadEnvironmentAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        if (settings.EnvironmentText is null && !File.Exists(settings.Environment))
        {
            throw new OperatorException("SPK12007", $"There is no environment file '{settings.Environment}'. Name one with --environment.");
        }

        var text = settings.EnvironmentText ?? await File.ReadAllTextAsync(settings.Environment, cancellationToken);
        var reading = EnvironmentReader.Read(text, settings.Environment);
        if (reading.Config is { } config)
        {
            return config;
        }

        throw Refused("SPK12007", $"The environment '{settings.Environment}' has errors.", reading.Findings);
    }

    private static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSparkLogs(settings.Data);
        builder.Services.AddSparkSqlite(settings.Data);
        builder.Services.AddSparkPlugins();
        builder.Services.AddSingleton<IBotCompiler, InstalledBotCompiler>();
        builder.Services.AddSparkRuntime();
        builder.Services.AddSingleton(new AdminAccess(settings.AdminRemote));
        return builder.Build();
    }

    private static async Task LoadBotsAsync(
        WebApplication app, HostSettings settings, EnvironmentConfig environment, CancellationToken cancellationToken)
    {
        var offers = app.Services.GetRequiredService<PluginHost>().Catalog.Offers;
        var readings = await BotFolders.ReadAsync(settings.Bots, offers, cancellationToken);
        var findings = readings
            .SelectMany(reading => reading.Result.Findings, (reading, finding) => finding with
            {
                At = finding.At with { File = $"{reading.Source.Name}/{finding.At.File}" },
            })
            .ToList();
        if (readings.Any(reading => reading.Result.Bot is null))
        {
            throw Refused("SPK12006", $"A bot in '{settings.Bots}' has errors.", findings);
        }

        var bots = readings.Select(reading => new BotSnapshot(reading.Result.Bot!, reading.Source)).ToList();
        foreach (var channel in environment.Channels)
        {
            if (bots.All(bot => !string.Equals(bot.Bot.Id, channel.Bot, StringComparison.Ordinal)))
            {
                throw new OperatorException(
                    "SPK12008",
                    $"The channel '{channel.Name}' names the bot '{channel.Bot}', which is not in '{settings.Bots}' (there: {string.Join(", ", bots.Select(bot => bot.Bot.Id))}).");
            }
        }

        await app.Services.GetRequiredService<BotCatalog>().ReplaceAsync(bots, cancellationToken);
    }

    private static async Task PrintNewTokenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<AdminToken>().CreateAsync(cancellationToken) is { } token)
        {
            await Console.Out.WriteLineAsync($"The admin API's token, shown this once: {token}");
        }
    }

    private static RunningServer Describe(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var page = app.Services.GetRequiredService<PluginHost>().ChatPage;
        return new(addresses.First().TrimEnd('/'), page is null ? "no channel brings a chat page." : page.Missing);
    }

    private static OperatorException Refused(string code, string sentence, IReadOnlyList<Finding> findings)
    {
        using var lines = new StringWriter();
        lines.WriteLine(sentence);
        FindingPrinter.PrintLines(lines, findings);
        return new(code, lines.ToString().TrimEnd());
    }
}
