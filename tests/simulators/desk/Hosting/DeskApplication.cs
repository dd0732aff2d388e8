using Spark.Simulators.Desk.Api;
using Spark.Simulators.Desk.Control;
using Spark.Simulators.Desk.Conversations;
using Spark.Simulators.Desk.Page;
using Spark.Simulators.Desk.Webhooks;

namespace Spark.Simulators.Desk.Hosting;

/// <summary>Puts the program together; tests run the same one in their own process.</summary>
internal static class DeskApplication
{
    public static WebApplication Build(DeskOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DeskJson.Default));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<DeskBook>();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddHostedService<WebhookPump>();
        if (options.ExitWithParent)
        {
            builder.Services.AddHostedService<ParentWatch>();
        }

        var app = builder.Build();
        app.MapApi(options.Token);
        app.MapControl();
        app.MapPage();
        return app;
    }
}
