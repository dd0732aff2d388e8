using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.ApiCalls;
using Spark.Expressions;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;
using Spark.Runtime.Exchanges;
using Spark.Runtime.Secrets;
using Spark.Runtime.Stores;

namespace Spark.Runtime.ApiCalls;

/// <summary>Runs API Calls: those that are set, for plugins, and any, for the test panel.</summary>
internal sealed partial class ApiCallRunner(
    ConfigurationCatalog catalog, CredentialSessions sessions, TimeProvider time, ILogger<ApiCallRunner> logger) : IApiCalls
{
    private const int LongestShown = 64 * 1024;

    public async ValueTask<ApiCallResult> RunAsync(ApiCallOrder order, CancellationToken cancellationToken)
    {
        Settled settled;
        try
        {
            settled = await catalog.ReadAsync(cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            return new() { End = ApiCallEnd.NotSent, Reason = away.Message };
        }

        if (!settled.ApiCalls.TryGetValue(order.Name, out var found))
        {
            return new() { End = ApiCallEnd.NotSent, Reason = $"There is no API Call '{order.Name}'." };
        }

        var began = time.GetUtcNow();
        var log = ExchangeLog.Current;
        ApiCallRun run;
        using (ExchangeLog.Pause())
        {
            run = await RunAsync(found.Value, order.Parameters, recorded: null, settled, cancellationToken);
        }

        Note(log, order.Name, began, run);
        LogRan(order.Name, run.End, run.Status, run.Milliseconds);
        return run.ToResult();
    }

    /// <summary>Runs an API Call as it is given.</summary>
    /// <param name="definition">The API Call; it was checked.</param>
    /// <param name="parameters">The values of its parameters: an object.</param>
    /// <param name="recorded">An answer to read in place of the far side's; null to send.</param>
    /// <param name="settled">What administrators have set.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ApiCallRun> RunAsync(
        ApiCallDefinition definition, JsonElement parameters, RecordedAnswer? recorded, Settled settled, CancellationToken cancellationToken)
    {
        if (!settled.Credentials.TryGetValue(definition.Credential, out var stored))
        {
            return NotSent($"There is no credential '{definition.Credential}'.");
        }

        try
        {
            var call = new CompiledCall(definition);
            var values = ParameterValues.Read(definition, parameters);
            var rendered = call.Render(stored.Value, name => values.GetValueOrDefault(name));
            var session = sessions.Of(stored);
            return recorded is null
                ? await SendAsync(call, rendered, session, cancellationToken)
                : Read(call, rendered, session, Recorded(recorded), milliseconds: 0) with { IsRecorded = true };
        }
        catch (FormatException unsendable)
        {
            return NotSent(unsendable.Message);
        }
        catch (ExpressionException unread)
        {
            return NotSent($"{unread.Message} ({unread.Code} at {unread.Position})");
        }
        catch (OperatorException unusable)
        {
            return NotSent($"{unusable.Code}: {unusable.Message}");
        }
    }

    // The credential's secrets are out of it already.
    private static void Note(ExchangeLog? log, string name, DateTimeOffset began, ApiCallRun run)
    {
        if (run.Request is { } sent && log?.Add(began, sent.Method, sent.Address) is { } note)
        {
            note.ApiCall = name;
            note.Took = TimeSpan.FromMilliseconds(run.Milliseconds);
            note.Status = run.Status;
            note.Reason = run.Reason;
            note.Request = sent.Body;
            note.Response = run.ResponseBody;
        }
    }

    private async Task<ApiCallRun> SendAsync(CompiledCall call, RenderedCall rendered, CredentialSession session, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var exchange = await HttpExchange.SendAsync(
            session, rendered.Request, TimeSpan.FromSeconds(call.Definition.TimeoutSeconds), time, cancellationToken);
        return Read(call, rendered, session, exchange, time.GetElapsedTime(began).TotalMilliseconds);
    }

    private ApiCallRun Read(CompiledCall call, RenderedCall rendered, CredentialSession session, HttpExchange exchange, double milliseconds)
    {
        var mask = session.Mask;
        var outputs = exchange.End == ApiCallEnd.Succeeded ? [.. OutputReader.Read(call, OutputReader.Body(exchange.Body), time.GetUtcNow()).Select(found => Masked(found, mask))] : Array.Empty<OutputPreview>();
        var missing = call.Definition.Outputs.Where(output => output.Required && outputs.All(found => found.Name != output.Name || found.Value is null))
            .Select(output => output.Name).ToList();
        var isIncomplete = exchange.End == ApiCallEnd.Succeeded && missing.Count > 0;
        return new()
        {
            End = isIncomplete ? ApiCallEnd.Incomplete : exchange.End,
            Request = RequestShown.Of(rendered, session, exchange.Target, mask),
            Status = exchange.Status,
            ResponseHeaders = [.. exchange.Headers.Where(header => !RequestShown.IsSecret(header.Key)).Select(header => new ApiCallField { Name = header.Key, Value = mask.Apply(header.Value) })],
            ResponseBody = exchange.Status is null ? null : mask.Apply(Shown(exchange.Body)),
            Milliseconds = milliseconds,
            Outputs = outputs,
            Reason = isIncomplete
                ? string.Create(CultureInfo.InvariantCulture, $"The far side answered with status {exchange.Status}, and the answer has no {string.Join(" and no ", missing)}.")
                : exchange.Reason is { } reason ? mask.Apply(reason) : null,
            RetryAfter = exchange.RetryAfter,
        };
    }

    // A far side may give back what it was told.
    private static OutputPreview Masked(OutputPreview found, SecretMask mask)
    {
        if (found.Value is not { } value)
        {
            return found;
        }

        var plain = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var masked = mask.Apply(plain);
        return string.Equals(plain, masked, StringComparison.Ordinal) ? found : found with { Value = Value.From(masked).ToJsonElement() };
    }

    private static HttpExchange Recorded(RecordedAnswer answer) => new()
    {
        End = answer.Status switch { >= 200 and < 300 => ApiCallEnd.Succeeded, 408 or >= 500 => ApiCallEnd.Unknown, _ => ApiCallEnd.Refused },
        Status = answer.Status,
        Body = Encoding.UTF8.GetBytes(answer.Body),
        Reason = answer.Status is >= 200 and < 300 ? null : string.Create(CultureInfo.InvariantCulture, $"The far side answered with status {answer.Status}."),
    };

    private static string Shown(byte[] body) => body.Length <= LongestShown
        ? Encoding.UTF8.GetString(body)
        : Encoding.UTF8.GetString(body.AsSpan(0, LongestShown)) + "…";

    private static ApiCallRun NotSent(string reason) => new() { End = ApiCallEnd.NotSent, Reason = reason };

    [LoggerMessage(Level = LogLevel.Information, Message = "API Call {Name} ended as {End} with status {Status} after {Milliseconds:0} ms")]
    private partial void LogRan(string name, ApiCallEnd end, int? status, double milliseconds);
}
