using Spark.Access;
using Spark.ApiCalls;
using Spark.Escalation;
using Spark.Runtime.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spark.Channels;
using Spark.Cockpit;
using Spark.Cockpit.Access;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Insights;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Metrics;
using Spark.Cockpit.Pages;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Studio;
using Spark.Cockpit.Studio.Intents;
using Spark.Cockpit.Studio.Talking;
using Spark.Host.Bots;
using Spark.Host.Checking;
using Spark.Host.CommandLine;
using Spark.Host.Files;
using Spark.Host.Health;
using Spark.Host.Studio;
using Spark.Host.Studio.Talking;
using Spark.Host.Telemetry;
using Spark.Host.Webhooks;
using Spark.Plugins;
using Spark.Plugins.Environments;
using Spark.Runtime;
using Spark.Runtime.Bots;
using Spark.Runtime.Configuration;
using Spark.Files;
using Spark.Runtime.Tokens;
using Spark.Testing.Replaying;
using Spark.Understanding.Intents;

namespace Spark.Host.Hosting;

/// <summary>The server: puts the parts together, starts them in their order, and says where it can be reached.</summary>
internal static class SparkServer
{
    private static readonly TimeSpan DisposeWithin = TimeSpan.FromSeconds(10);

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
            using var hold = settings.Storage.Hold(new Uri(settings.Urls.Split(';')[0].TrimEnd('/') + "/api/admin"));
            ClassifierCache.Shared.Folder = Path.Combine(settings.Data, "models");
            using var export = OtlpExport.Start();
            var app = Build(settings, environment);
            try
            {
                await ServeAsync(app, settings, environment, whenRunning, cancellationToken);
            }
            finally
            {
                // Plugins are told to stop here. One that does not must not keep the process.
                await app.DisposeAsync().AsTask().WaitAsync(DisposeWithin, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It was told to stop before it had started.
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

    private static async Task ServeAsync(
        WebApplication app, HostSettings settings, EnvironmentConfig environment, Func<RunningServer, Task> whenRunning, CancellationToken cancellationToken)
    {
        await settings.Storage.PrepareAsync(app.Services, cancellationToken);
        Directory.CreateDirectory(settings.InstalledPlugins);
        await app.Services.GetRequiredService<PluginHost>().LoadAsync(
            new()
            {
                Roots = [settings.Plugins, settings.InstalledPlugins],
                SwitchedOff = await PluginInstallation.SwitchedOffAsync(app.Services.GetRequiredService<ISettingsStore>(), cancellationToken),
                Environment = environment,
                SecretsFolder = settings.Secrets,
                HearsOnlyLoopback = settings.HearsOnlyLoopback,
            },
            cancellationToken);
        await BotPublication.RunAsync(app.Services, settings, environment, cancellationToken);
        await app.Services.GetRequiredService<InstanceBook>().StartAsync(cancellationToken);
        await PrintNewTokenAsync(app, cancellationToken);
        app.MapHealth();
        app.UseSparkAdmin();
        app.MapSparkCockpit();
        app.MapSparkMetrics();
        app.MapFiles();
        ActivatorUtilities.CreateInstance<WebhookEndpoints>(app.Services).Map(app, environment.Channels);
        try
        {
            await app.StartAsync(cancellationToken);
            var running = Describe(app);
            await Console.Out.WriteLineAsync($"Spark is listening on {running.Url}");
            await PrintFirstLinkAsync(app, running.Url, cancellationToken);
            await whenRunning(running);
            await Shutdown.AskedAsync(app, cancellationToken);
        }
        finally
        {
            // However it came to this: what it has begun is to end, and what it leaves is to be free for others at once.
            await Shutdown.StopAsync(app);
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

        throw Refusal.Of("SPK12007", $"The environment '{settings.Environment}' has errors.", reading.Findings);
    }

    private static WebApplication Build(HostSettings settings, EnvironmentConfig environment)
    {
        // Nothing is read again while it runs, and a watched folder would cost with every write to the database in it.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => HeaderText.Encoding;
        });
        builder.Logging.AddSparkLogs(settings.Data);
        settings.Storage.AddTo(builder.Services);
        builder.Services.AddSparkPlugins();
        builder.Services.AddSingleton(LoanOf);
        builder.Services.AddSingleton<IBotCompiler, InstalledBotCompiler>();
        builder.Services.AddSingleton<IBotDesk, BotDesk>();
        builder.Services.AddSingleton(ReplaySeals.OfHost);
        builder.Services.AddSingleton<IBotStudio, BotStudio>();
        builder.Services.AddSingleton<IBotTalk, BotTalk>();
        builder.Services.AddSingleton<IBotUnderstanding, BotUnderstanding>();
        builder.Services.AddSingleton<IConversationInsight, ConversationInsight>();
        builder.Services.AddSparkRuntime();
        builder.Services.AddSparkConfiguration();
        builder.Services.AddSparkAdminDocument();
        builder.Services.AddCredentialKeys(settings.Secrets, settings.Storage);
        builder.Services.AddSingleton(new AdminAccess(settings.AdminRemote));
        builder.Services.AddSingleton(new MetricsCollector([SparkTelemetry.Name], OtlpExport.Meters.Where(meter => meter != SparkTelemetry.Name)));
        builder.Services.AddSingleton(services => new PluginInstallation(new(settings.InstalledPlugins, services.GetRequiredService<TimeProvider>()), settings.AllowPluginInstall));
        builder.Services.AddSparkCockpit(SparkPaths.Cockpit());
        builder.Services.AddSignIn(environment, settings.Secrets);
        builder.Services.AddSparkHealth(settings);
        return builder.Build();
    }

    private static HostLoan LoanOf(IServiceProvider services) => new()
    {
        Access = services.GetRequiredService<IApiAccess>(),
        ApiCalls = services.GetService<IApiCalls>(),
        Escalation = services.GetService<IEscalation>(),
        Audit = services.GetRequiredService<IAuditTrail>(),
        People = services.GetRequiredService<Func<string, IKnownPeople>>(),
        Files = services.GetRequiredService<Func<string, Uri, IFileCabinet>>(),
    };

    private static async Task PrintNewTokenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<AdminToken>().CreateAsync(cancellationToken) is { } token)
        {
            await Console.Out.WriteLineAsync($"The admin API's token, shown this once: {token}");
        }
    }

    // The code stands behind the #, which browsers send to nobody.
    private static async Task PrintFirstLinkAsync(WebApplication app, string url, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<FirstAdministrator>().CreateCodeAsync(cancellationToken) is { } code)
        {
            await Console.Out.WriteLineAsync($"The cockpit has no accounts yet. Make the first administrator here, once: {url}/cockpit/first#{code}");
        }
    }

    private static RunningServer Describe(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var page = app.Services.GetRequiredService<PluginHost>().ChatPage;
        return new(addresses.First().TrimEnd('/'), page is null ? "no channel brings a chat page." : page.Missing, app.Services);
    }
}
