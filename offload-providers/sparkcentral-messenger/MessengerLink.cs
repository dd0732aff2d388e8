using System.Text.Json;
using System.Text.RegularExpressions;
using Spark.Webhooks;

namespace Spark.Offload.SparkcentralMessenger;

/// <summary>
/// Sends people of other channels to Sparkcentral's messenger: a page where it opens under a name that holds the link's one-time token.
/// Opening the page uses nothing up; the conversation that begins there does.
/// </summary>
internal sealed partial class MessengerLink : IOffloadProvider, IReceivesRequests
{
    private const string PagePath = "open";
    private const string Personal = "personal";

    private readonly MessengerPage page;
    private readonly Uri address;

    private MessengerLink(MessengerSettings settings, InstanceServices services)
    {
        page = new MessengerPage(settings, services.Time);
        address = new Uri($"{services.PublicUrl.AbsoluteUri.TrimEnd('/')}/connections/{services.InstanceId}/{PagePath}");
    }

    /// <summary>Makes the provider of one connection.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static MessengerLink Create(MessengerSettings settings, InstanceServices services)
    {
        string[] problems =
        [
            .. settings.Script is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? Array.Empty<string>() : ["script must be an absolute address."],
            .. ObjectName().IsMatch(settings.Object) ? Array.Empty<string>() : ["object must be the name of a JavaScript object."],
            .. string.IsNullOrWhiteSpace(settings.Key) || string.IsNullOrWhiteSpace(settings.KeyId) || string.IsNullOrWhiteSpace(settings.AppId) ? ["appId, keyId and key are needed."] : Array.Empty<string>(),
        ];
        return problems.Length > 0 ? throw new ArgumentException(string.Join(' ', problems), nameof(settings)) : new MessengerLink(settings, services);
    }

    public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(IsPersonal(request.ChannelDetails)
        ? new OffloadDecision { Result = OffloadResult.Sent, Link = new Uri($"{address}?with=spark-link.{request.LinkToken}") }
        : OffloadDecision.Of(OffloadResult.Unsupported, "A link that lets somebody in is sent in personal chats only: in a group, anybody could open it."));

    public ValueTask<DeskReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(DeskReceipt.Only(Answer(request)));

    private WebhookResponse Answer(WebhookRequest request)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            return WebhookResponse.Text(405, "The page is read by GET.");
        }

        return request.Path == PagePath && request.Query.TryGetValue("with", out var name) && Name().IsMatch(name)
            ? page.Of(name)
            : WebhookResponse.Text(404, "There is no such page.");
    }

    // A channel without groups says nothing of it.
    private static bool IsPersonal(JsonElement? details) =>
        details is not { ValueKind: JsonValueKind.Object } told
        || !told.TryGetProperty("conversationType", out var type)
        || (type.ValueKind == JsonValueKind.String && type.GetString() == Personal);

    [GeneratedRegex("^spark-link\\.[A-Za-z0-9_-]{22}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]{0,60}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ObjectName();
}
