using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Spark.Actions.Call.Authorization;
using Spark.Http;

namespace Spark.Actions.Call;

/// <summary>Calls one connection over HTTP. An answer of the far side is a result, also one that refuses.</summary>
internal sealed partial class CallAction : IAction<CallInput, CallOutput>, IRepeatable<CallInput>, IDisposable
{
    private const int MostRedirects = 3;

    private readonly CallSettings settings;
    private readonly HttpClient http;
    private readonly HttpClient? own;
    private readonly CallAuthorization authorization;
    private readonly RequestSigner? signer;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    private CallAction(CallSettings settings, InstanceServices services, HttpClient? own)
    {
        this.settings = settings;
        this.own = own;
        http = own ?? services.Http;
        time = services.Time;
        authorization = Authorizations.Of(settings.Authorization, http, time);
        signer = settings.Signature is { } signature ? new(signature, time) : null;
        logger = services.Logs.CreateLogger<CallAction>();
    }

    public static CallAction Create(CallSettings settings, InstanceServices services)
    {
        SettingsCheck.Check(settings);
        var tls = Tls(settings);
        return new(settings, services, tls is null ? null : services.HttpWith(tls));
    }

    public void Dispose()
    {
        authorization.Dispose();
        own?.Dispose();
    }

    public bool IsRepeatable(CallInput input, ActionContext context) =>
        context.Tries > 1 || input.Calls().All(call => CallPlan.IsIdempotent(call.Method));

    public async ValueTask<ActionResult<CallOutput>> ExecuteAsync(CallInput input, ActionContext context, CancellationToken cancellationToken)
    {
        CallPlan plan;
        try
        {
            plan = CallPlan.Of(settings, input, context.EffectId);
        }
        catch (RefusedCallException refused)
        {
            return ActionResult.Failed<CallOutput>(refused.Message) with { IsFinal = true };
        }

        try
        {
            return await SendAsync(plan, cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return End(broken, IsRepeatable(input, context));
        }
    }

    private async Task<ActionResult<CallOutput>> SendAsync(CallPlan plan, CancellationToken cancellationToken)
    {
        string? refused = null;
        for (var redirects = 0; ;)
        {
            using var request = plan.Request();
            var token = await authorization.ApplyAsync(request, refused, cancellationToken);
            signer?.Sign(request, plan.Body?.Bytes ?? []);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && authorization.CanRenew && refused is null)
            {
                refused = token;
                continue;
            }

            if (Redirect(plan, response) is { } next && redirects++ < MostRedirects)
            {
                plan = plan with { Target = next };
                continue;
            }

            return await ReadAsync(response, cancellationToken);
        }
    }

    // Only what changes nothing is asked for again elsewhere, and only on the connection's own host.
    private static Uri? Redirect(CallPlan plan, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && CallPlan.IsSafe(plan.Method)
        && response.Headers.Location is { } location
        && new Uri(plan.Target, location) is var target
        && TargetAddress.IsSameHost(plan.Target, target)
            ? target
            : null;

    private async Task<ActionResult<CallOutput>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var (output, isTooLarge) = await ResponseReader.ReadAsync(response, settings.MaxResponseBytes, cancellationToken);
        if (isTooLarge)
        {
            LogTooLarge(status, settings.MaxResponseBytes);
            return ActionResult.Of("failed", output) with { Reason = $"The answer is larger than {settings.MaxResponseBytes} bytes.", IsFinal = true };
        }

        LogAnswered(status);
        var reason = string.Create(CultureInfo.InvariantCulture, $"The far side answered with status {status}.");
        return status switch
        {
            >= 200 and < 300 => ActionResult.Ok(output),
            408 or 425 or 429 or 500 or 502 or 503 or 504 => ActionResult.Of("failed", output) with { Reason = reason, RetryAfter = RetryAfter(response) },
            >= 500 => ActionResult.Of("failed", output) with { Reason = reason, IsFinal = true },
            _ => ActionResult.Of("refused", output) with { Reason = reason },
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private ActionResult<CallOutput> End(Exception broken, bool isRepeatable)
    {
        var error = (broken as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
        LogBroken(error.ToString());
        var wasNotSent = error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
        if (broken.Message.StartsWith("SPK", StringComparison.Ordinal))
        {
            // The host's own refusal, made for the operator.
            return ActionResult.Failed<CallOutput>(broken.Message) with { IsFinal = true };
        }

        return wasNotSent || isRepeatable
            ? ActionResult.Failed<CallOutput>($"The far side could not be reached: {error}.")
            : new() { Result = "unknown", Reason = $"The connection broke before the answer was there ({error}): whether it has acted cannot be told.", IsFinal = true };
    }

    private static TlsOptions? Tls(CallSettings settings)
    {
        try
        {
            return TlsOptions.OfPem(settings.Certificate, settings.Authorities);
        }
        catch (ArgumentException unusable)
        {
            throw new ArgumentException(
                "certificate must hold a certificate and its private key, and authorities certificates, all of them as PEM.", nameof(settings), unusable);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The far side answered with status {Status}")]
    private partial void LogAnswered(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer with status {Status} is larger than {Most} bytes and was not read")]
    private partial void LogTooLarge(int status, int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The far side could not be reached or broke off: {Error}")]
    private partial void LogBroken(string error);
}
