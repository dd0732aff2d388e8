using Spark.Simulators.ServiceNow.Access;
using Spark.Simulators.ServiceNow.Attachments;
using Spark.Simulators.ServiceNow.CommandLine;
using Spark.Simulators.ServiceNow.Control;
using Spark.Simulators.ServiceNow.Faults;
using Spark.Simulators.ServiceNow.Page;
using Spark.Simulators.ServiceNow.Records;
using Spark.Simulators.ServiceNow.TableApi;

namespace Spark.Simulators.ServiceNow.Hosting;

/// <summary>Puts the program together; tests run the same one in their own process.</summary>
internal static class SimulatorApplication
{
    public static WebApplication Build(SimulatorOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJson.Default));
        Add(builder.Services, options, time);
        var app = builder.Build();
        app.MapTables();
        app.MapAttachments();
        app.MapTokens();
        app.MapControl();
        app.MapPage();
        return app;
    }

    private static void Add(IServiceCollection services, SimulatorOptions options, TimeProvider time)
    {
        var accounts = new Accounts(time);
        accounts.Put(new(options.User, options.Password, ["itil", "rest_service"]));
        services.AddSingleton(time);
        services.AddSingleton(accounts);
        services.AddSingleton(new RateLimit(time) { PerHour = options.RequestsPerHour });
        services.AddSingleton<Instance>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<FaultPlan>();
        services.AddSingleton<FaultySurface>();
        if (options.ExitWithParent)
        {
            services.AddHostedService<ParentWatch>();
        }
    }
}
