using System.Globalization;
using Serilog;
using Serilog.Events;

namespace Spark.Host.Hosting;

/// <summary>Sets logging up: Serilog, on the console and, for a server, in files that roll by day.</summary>
internal static class Logs
{
    private const int DaysKept = 14;

    public static ILoggingBuilder AddSparkLogs(this ILoggingBuilder logging, string dataFolder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}",
                formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(dataFolder, "logs", "spark-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();

        // As long as its logger listens, the server makes a span and a scope for each request, whether anybody reads them or not. What it
        // would tell of requests, it tells in its meters; what they throw, Kestrel logs.
        return logging.ClearProviders().AddSerilog(logger, dispose: true).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }
}
