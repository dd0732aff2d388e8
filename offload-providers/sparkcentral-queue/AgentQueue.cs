using Microsoft.Extensions.Logging;
using Spark.Messages;

namespace Spark.Offload.SparkcentralQueue;

/// <summary>
/// Gives conversations of a Sparkcentral channel to its agents. It calls nobody: the handover is part of the bot's last
/// message, and the channel sends both in one call.
/// </summary>
internal sealed partial class AgentQueue : IOffloadProvider
{
    private readonly SparkcentralQueueSettings settings;
    private readonly ILogger<AgentQueue> logger;
    private readonly ContactAttributes attributes;

    private AgentQueue(SparkcentralQueueSettings settings, ILoggerFactory logs)
    {
        this.settings = settings;
        logger = logs.CreateLogger<AgentQueue>();
        attributes = new ContactAttributes(settings.Attributes, logs.CreateLogger<ContactAttributes>());
    }

    /// <summary>Makes the provider of one connection.</summary>
    /// <exception cref="ArgumentException">The settings are wrong; the message says all that is, for the operator.</exception>
    public static AgentQueue Create(SparkcentralQueueSettings settings, InstanceServices services)
    {
        var problems = string.Join(' ', SettingsCheck.Problems(settings));
        return problems.Length > 0
            ? throw new ArgumentException(problems, nameof(settings))
            : new AgentQueue(settings, services.Logs);
    }

    public ValueTask<OffloadDecision> OpenAsync(OffloadRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Decide(request));

    private OffloadDecision Decide(OffloadRequest request)
    {
        if (settings.Channel != request.Channel && settings.Channel != request.ChannelInstance)
        {
            return OffloadDecision.Of(
                OffloadResult.Unsupported,
                $"This queue takes conversations of the channel '{settings.Channel}' only; this one came by '{request.ChannelInstance}' ({request.Channel}).");
        }

        if (request.Queue is not null)
        {
            LogQueueIgnored();
        }

        return new OffloadDecision
        {
            Result = OffloadResult.Accepted,
            Completion = new Completion
            {
                Kind = CompletionKind.Handover,
                Topics = Topics.Of(settings.Topics, request.Fields),
                Attributes = attributes.Of(request),
                Notes = settings.Note && SummaryNote.Of(request) is { } note ? [note] : [],
            },
        };
    }

    [LoggerMessage(LogLevel.Warning, "Ignored the queue that the bot named: Sparkcentral's virtual agents cannot choose one; topics can route there")]
    private partial void LogQueueIgnored();
}
