using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Channels;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Engine.Conversations;

/// <summary>All that the engine remembers of a conversation. Immutable; a turn makes a new one.</summary>
public sealed record ConversationState
{
    /// <summary>
    /// The format that this engine writes, and the newest that it reads. It rises only with a change that an older program would misread; what is
    /// merely added to the state itself it keeps unread (<see cref="Further"/>).
    /// </summary>
    public const int CurrentFormat = 1;

    /// <summary>The format in which this state was written.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The number of the last turn; 0 before the first. The fencing token of a write.</summary>
    public long Sequence { get; init; }

    /// <summary>Who holds the conversation.</summary>
    public Owner Owner { get; init; }

    /// <summary>Rises when the owner becomes a provider or the bot; effects of an older epoch are not sent any more.</summary>
    public int OwnerEpoch { get; init; }

    /// <summary>The id of the channel's plugin.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The id of the channel instance.</summary>
    public string ChannelInstance { get; init; } = "";

    /// <summary>The person, as far as the channel told.</summary>
    public Person? Person { get; init; }

    /// <summary>The channel's details, as far as it told.</summary>
    public JsonElement? ChannelDetails { get; init; }

    /// <summary>The current episode, or the last one; null before the first.</summary>
    public Episode? Episode { get; init; }

    /// <summary>The language of the conversation, one of the bot's.</summary>
    public string Language { get; init; } = "";

    /// <summary>True when the channel has told the language, or what the person wrote has; false while it is only the bot's first one.</summary>
    public bool KnowsLanguage { get; init; }

    /// <summary>The variables that have a value, by name.</summary>
    public ImmutableSortedDictionary<string, Value> Variables { get; init; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>The dialogs under way, the innermost last.</summary>
    public ImmutableList<Frame> Stack { get; init; } = [];

    /// <summary>What the innermost dialog waits for.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>Messages that wait for an effect's result.</summary>
    public ImmutableList<DeferredMessage> Deferred { get; init; } = [];

    /// <summary>The last buttons shown without a question.</summary>
    public Menu? Menu { get; init; }

    /// <summary>What the conversation brought along when it was forwarded here last in this episode; null when it was not.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>The intent that was found last.</summary>
    public string? Intent { get; init; }

    /// <summary>How sure that intent was, above 0 and at most 1; null when there is none.</summary>
    public double? Score { get; init; }

    /// <summary>The dialog that was entered last; null before the first.</summary>
    public string? Dialog { get; init; }

    /// <summary>The dialog that was entered before that one.</summary>
    public string? PreviousDialog { get; init; }

    /// <summary>How many messages of the person were heard in this episode: the clock of the contexts.</summary>
    public long Heard { get; init; }

    /// <summary>The contexts that dialogs have begun; one whose time is over counts no more.</summary>
    public ImmutableList<ActiveContext> Contexts
    {
        get => field ?? [];
        init;
    }

    /// <summary>Variables that have changed, and whose dialogs have not run yet.</summary>
    public ImmutableList<string> Changed
    {
        get => field ?? [];
        init;
    }

    /// <summary>The variable whose change is told, or was told last.</summary>
    public string? ChangedVariable { get; init; }

    /// <summary>The ticket of which there was news last.</summary>
    public TicketReference? Ticket { get; init; }

    /// <summary>True while the news of <see cref="Ticket"/> waits to be told.</summary>
    public bool HasTicketNews { get; init; }

    /// <summary>Until when variables of the person are kept.</summary>
    public ImmutableList<KeptVariable> Kept
    {
        get => field ?? [];
        init;
    }

    /// <summary>The variables of the person that were shared with other conversations, or taken from them.</summary>
    public ImmutableList<SharedVariable> Shared
    {
        // Absent in states that were written before conversations shared anything.
        get => field ?? [];
        init;
    }

    /// <summary>The intents that the person was asked to choose from; empty when no such question is open.</summary>
    public ImmutableList<string> Clarifying
    {
        // Absent in states that were written before there were such questions.
        get => field ?? [];
        init;
    }

    /// <summary>True when a beginning was taken that counts once, and the person has not left since.</summary>
    public bool IsWelcomed { get; init; }

    /// <summary>How many messages in a row were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>How many questions were asked; the number of the last one.</summary>
    public long Questions { get; init; }

    /// <summary>True from a fault until the person says something: a further fault does not run the <c>failed</c> dialog again.</summary>
    public bool IsRecovering { get; init; }

    /// <summary>What is to happen at a time; one of a name.</summary>
    public ImmutableList<Timer> Timers
    {
        // Absent in states that were written before there were timers.
        get => field ?? [];
        init;
    }

    /// <summary>When the first of the timers is due; null when there is none.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDueAt
    {
        get
        {
            DateTimeOffset? first = null;
            foreach (var timer in Timers)
            {
                first = first < timer.DueAt ? first : timer.DueAt;
            }

            return first;
        }
    }

    /// <summary>What passed since the person last said something; null when nothing did.</summary>
    public Silence? Silence { get; init; }

    /// <summary>The desk to which the conversation is relayed; null when it is not.</summary>
    public DeskHold? Desk { get; init; }

    /// <summary>How it came back from a desk last; null when it was with none, or is with one.</summary>
    public DeskReturn? Returned { get; init; }

    /// <summary>What was said last on both sides; null before the first text.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Results that come too late; null when there are none.</summary>
    public Lateness? Late { get; init; }

    /// <summary>What a newer program has added, and this one does not know: kept as it is, so that a roll-out loses nothing. Null when there is nothing.</summary>
    /// <remarks>It can be set only because the reader of JSON fills no other extension data.</remarks>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }

    /// <summary>True while an episode is open.</summary>
    public bool IsOpen => Episode is { Ended: null };

    /// <summary>
    /// True when nothing is under way that the conversation waits for by itself: only the person can move it on, or the leaving of the
    /// very message that hands it over.
    /// </summary>
    public bool IsAtRest => Waiting is not WaitingForEffect { IsHandover: false };
}
