using Spark.Simulators.Sparkcentral.Clock;
using Spark.Simulators.Sparkcentral.CommandLine;
using Spark.Simulators.Sparkcentral.Contacts;
using Spark.Simulators.Sparkcentral.Control;
using Spark.Simulators.Sparkcentral.Conversations;
using Spark.Simulators.Sparkcentral.Faults;
using Spark.Simulators.Sparkcentral.Page;
using Spark.Simulators.Sparkcentral.Rest;
using Spark.Simulators.Sparkcentral.Webhooks;

namespace Spark.Simulators.Sparkcentral.Hosting;

/// <summary>Puts the program together; tests run the same one in their own process.</summary>
internal static class SimulatorApplication
{
    private const long LongestBody = 16 * 1024 * 1024;

    public static WebApplication Build(SimulatorOptions options, TimeProvider wall)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LongestBody);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJson.Default));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        AddSimulator(builder.Services, options, wall);

        var app = builder.Build();
        app.ExplainUnreadableBodies();
        app.MapRest(options.Tenant.Profile);
        app.MapControl();
        app.MapPage();
        return app;
    }

    private static void AddSimulator(IServiceCollection services, SimulatorOptions options, TimeProvider wall)
    {
        var clock = new SimulatorClock(wall);
        services.AddSingleton(clock);
        services.AddSingleton(new Tenant(options.Tenant));
        services.AddSingleton(new WireIds(clock, options.Tenant.Profile));
        services.AddSingleton<ContactBook>();
        services.AddSingleton<ContactMessages>();
        services.AddSingleton<HumanActions>();
        services.AddSingleton<Manipulations>();
        services.AddSingleton<Departures>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<DeliveryPump>();
        services.AddSingleton<CraftedDeliveries>();
        services.AddSingleton<RestFaults>();
        services.AddSingleton<RestSurface>();
        services.AddSingleton<BearerCheck>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<ManipulateEndpoint>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<Waiting>();
        services.AddSingleton<TrackedWork>();
        services.AddHostedService(provider => provider.GetRequiredService<TrackedWork>());
        if (options.ExitWithParent)
        {
            services.AddHostedService<ParentWatch>();
        }
    }
}
