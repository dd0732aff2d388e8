using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Connector;
using Spark.Simulators.Teams.Control;
using Spark.Simulators.Teams.Deliveries;
using Spark.Simulators.Teams.Faults;
using Spark.Simulators.Teams.Page;
using Spark.Simulators.Teams.Tokens;
using Spark.Simulators.Teams.World;

namespace Spark.Simulators.Teams.Hosting;

/// <summary>Puts the program together; tests run the same one in their own process.</summary>
internal static class SimulatorApplication
{
    private const long LongestBody = 16 * 1024 * 1024;

    public static WebApplication Build(SimulatorOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LongestBody);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<Tenant>();
        builder.Services.AddSingleton<TokenMint>();
        builder.Services.AddSingleton<FaultDesk>();
        builder.Services.AddSingleton<ThreadMeter>();
        builder.Services.AddSingleton<CallLog>();
        builder.Services.AddSingleton<ActivityMaker>();
        builder.Services.AddSingleton<BotCaller>();
        builder.Services.AddSingleton<Departures>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Departures>());
        if (options.ExitWithParent)
        {
            builder.Services.AddHostedService<ParentWatch>();
        }

        var app = builder.Build();
        app.MapTokens();
        app.MapConnector();
        app.MapControl();
        app.MapPage();
        return app;
    }
}
