using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Spark.Faults.Tests.Support;

/// <summary>A collector of OpenTelemetry on loopback: protobuf over HTTP, as the standard has it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const string Protobuf = "application/x-protobuf";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<CollectedSpan> spans = new();
    private readonly ConcurrentDictionary<string, bool> services = new(StringComparer.Ordinal);
    private long metricBytes;

    private Collector(WebApplication app, Uri url)
    {
        this.app = app;
        Url = url;
    }

    public Uri Url { get; }

    public IReadOnlyCollection<CollectedSpan> Spans => spans;

    /// <summary>The names of the services that spans came from.</summary>
    public IEnumerable<string> Services => services.Keys;

    /// <summary>How much came of metrics.</summary>
    public long MetricBytes => Interlocked.Read(ref metricBytes);

    public static async Task<Collector> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = new Uri($"http://127.0.0.1:{port}/");
        builder.WebHost.UseUrls(url.ToString());
        var built = builder.Build();
        var collector = new Collector(built, url);
        built.MapPost("/v1/traces", collector.TakeTracesAsync);
        built.MapPost("/v1/metrics", collector.TakeMetricsAsync);
        await built.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeTracesAsync(HttpContext context)
    {
        // ExportTraceServiceRequest: 1 resource_spans { 1 resource { 1 attributes }, 2 scope_spans { 2 spans } }.
        var request = new ProtobufFields(await ReadAsync(context));
        foreach (var resource in request.Messages(1))
        {
            foreach (var attribute in resource.Messages(1).SelectMany(one => one.Messages(1)).Where(one => one.Text(1) == "service.name"))
            {
                services[attribute.Messages(2).Single().Text(1)] = true;
            }

            foreach (var span in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
            {
                // Span: 1 trace_id, 2 span_id, 4 parent_span_id, 5 name, 9 attributes { 1 key, 2 value { 1 string_value } }.
                var tags = span.Messages(9).ToDictionary(tag => tag.Text(1), tag => tag.Messages(2).Single().Text(1), StringComparer.Ordinal);
                spans.Enqueue(new(span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), tags));
            }
        }

        context.Response.ContentType = Protobuf;
    }

    private async Task TakeMetricsAsync(HttpContext context)
    {
        Interlocked.Add(ref metricBytes, (await ReadAsync(context)).Length);
        context.Response.ContentType = Protobuf;
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        context.Request.ContentType.ShouldBe(Protobuf);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }
}
