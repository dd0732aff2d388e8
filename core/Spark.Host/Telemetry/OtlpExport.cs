using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Spark.Runtime.Telemetry;

namespace Spark.Host.Telemetry;

/// <summary>
/// Sends spans and instruments to a collector when the operator names one in <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; the other
/// <c>OTEL_…</c> variables of the standard count as well. Without one, nobody listens to spans, and none is made.
/// </summary>
internal sealed class OtlpExport : IDisposable
{
    /// <summary>What else is worth watching: the server, the runtime, outgoing requests, the database's driver.</summary>
    public static readonly string[] Meters =
    [
        SparkTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "System.Net.Http", "Npgsql",
    ];

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Sources = [SparkTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http"];

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private OtlpExport()
    {
        traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Sources).AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Meters).AddOtlpExporter().Build();
    }

    /// <summary>Begins to export, before the server is built; null when no collector is named.</summary>
    public static OtlpExport? Start()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)))
        {
            return null;
        }

        // Without this the server's spans carry no tags.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        return new();
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come later and win.
    private static void Describe(ResourceBuilder resource) => resource.Clear().AddService("spark").AddEnvironmentVariableDetector();
}
