using Microsoft.Extensions.Logging;
using Spark.Channels.Teams.Authentication;
using Spark.Channels.Teams.Files;
using Spark.Channels.Teams.Inbound;
using Spark.Channels.Teams.Outbound;
using Spark.Channels.Teams.Package;
using Spark.Channels.Teams.People;
using Spark.Channels.Teams.Rest;
using Spark.Messages;
using Spark.Webhooks;

namespace Spark.Channels.Teams;

/// <summary>One bot registration: activities in, replies and first words out over the Connector.</summary>
internal sealed partial class TeamsChannel : IChannel, IReachesPeople, IMakesAppPackage, IDisposable
{
    private readonly ActivityIntake intake;
    private readonly MessageSender sender;
    private readonly PersonSearch search;
    private readonly Roster rosters;
    private readonly string? appId;
    private readonly Uri publicUrl;
    private readonly IncomingFiles files;

    private TeamsChannel(ActivityIntake intake, IncomingFiles files, MessageSender sender, PersonSearch search, Roster rosters, string? appId, Uri publicUrl)
    {
        this.appId = appId;
        this.publicUrl = publicUrl;
        this.intake = intake;
        this.files = files;
        this.sender = sender;
        this.search = search;
        this.rosters = rosters;
    }

    public ChannelCapabilities Capabilities { get; } = new()
    {
        ReplyPath = ReplyPath.Call,
        MaxRequestBytes = 256 * 1024,
        // Teams gives up after 15 seconds and sends again.
        AnswerWithin = TimeSpan.FromSeconds(12),
    };

    /// <summary>Makes the channel of one instance.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static TeamsChannel Create(TeamsSettings settings, ChannelServices services)
    {
        var problems = SettingsCheck.Problems(settings, services.PublicUrl, services.HearsOnlyLoopback);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', problems), nameof(settings));
        }

        var endpoints = Endpoints.Of(settings);
        var isProved = settings.Authentication == CallerProof.Required;
        var logger = services.Logs.CreateLogger<TeamsChannel>();
        if (!isProved)
        {
            LogNoAuthentication(logger, services.InstanceId);
        }

        var connector = ConnectorOf(settings, endpoints, services);
        var known = new Roster(connector, services.People, settings.LookUpPeople, services.Time, services.Logs.CreateLogger<Roster>());
        var people = new PeopleBook(services.People, known);
        var offers = new FileOffers(services.Http, string.IsNullOrEmpty(settings.ClientSecret) ? settings.Certificate : settings.ClientSecret, services.Time);
        var consents = new FileConsents(offers, services.Http, endpoints.Files, connector, services.Logs.CreateLogger<FileConsents>());
        var invokes = new Invokes(consents, services.Logs.CreateLogger<Invokes>());
        var events = new ActivityEvents(new PersonReader(isProved), known, people, invokes, services.Logs.CreateLogger<ActivityEvents>());
        var writer = new MessageWriter(services.Logs.CreateLogger<MessageWriter>());
        return new TeamsChannel(
            new ActivityIntake(isProved ? TokensOf(settings, endpoints, services) : null, endpoints.Services, TenantsOf(settings), events, services.Logs.CreateLogger<ActivityIntake>()),
            new IncomingFiles(services.Files, services.Http, endpoints.Files, services.Time, services.Logs.CreateLogger<IncomingFiles>()),
            new MessageSender(writer, offers, connector, isProved ? new ThreadPace(services.Time) : null, people, services.Time, services.Logs.CreateLogger<MessageSender>()),
            new PersonSearch(services.People, people, connector, isProved),
            known,
            settings.AppId,
            services.PublicUrl);
    }

    public async ValueTask<WebhookReceipt> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken) =>
        await files.KeepAsync(await intake.ReceiveAsync(request, cancellationToken), cancellationToken);

    public ValueTask<Delivery> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        sender.SendAsync(message, cancellationToken);

    public ValueTask<Reach> ReachAsync(PersonAddress address, CancellationToken cancellationToken) =>
        search.FindAsync(address, cancellationToken);

    public void Dispose() => rosters.Dispose();

    public AppPackage MakePackage(AppPackageOrder order) => AppManifest.Make(order, appId, publicUrl);

    private static IReadOnlyList<string> TenantsOf(TeamsSettings settings) =>
        settings.Tenants.Count > 0 || string.IsNullOrEmpty(settings.TenantId) || settings.Authentication == CallerProof.None ? settings.Tenants : [settings.TenantId];

    private static TokenCheck TokensOf(TeamsSettings settings, Endpoints endpoints, ChannelServices services)
    {
        var logger = services.Logs.CreateLogger<SigningKeys>();
        return new TokenCheck(
            settings.AppId!,
            endpoints,
            settings.CallerTenants,
            new SigningKeys(services.Http, endpoints.ChannelMetadata, services.Time, logger),
            new SigningKeys(services.Http, endpoints.EntraMetadata, services.Time, logger),
            services.Time);
    }

    private static ConnectorClient ConnectorOf(TeamsSettings settings, Endpoints endpoints, ChannelServices services)
    {
        var rest = new RestClient(services.Http, services.Time);
        var tokens = string.IsNullOrEmpty(settings.AppId) || ProofOf(settings, services.Time) is not { } proof
            ? null
            : new AccessTokens(rest, endpoints.Token, settings.AppId, proof, endpoints.Scope, services.Time, services.Logs.CreateLogger<AccessTokens>());
        return new ConnectorClient(rest, tokens, endpoints.Services, endpoints.Token.Host);
    }

    private static IAppProof? ProofOf(TeamsSettings settings, TimeProvider time) =>
        !string.IsNullOrEmpty(settings.Certificate) ? CertificateProof.Read(settings.Certificate, settings.AppId!, time)
        : !string.IsNullOrEmpty(settings.ClientSecret) ? new SecretProof(settings.ClientSecret)
        : null;

    [LoggerMessage(LogLevel.Critical, "CHANNEL {Instance} ASKS FOR NO AUTHENTICATION: WHOEVER REACHES THIS MACHINE'S LOOPBACK SPEAKS AS ANYBODY. For development only")]
    private static partial void LogNoAuthentication(ILogger logger, string instance);
}
