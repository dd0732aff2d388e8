using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Tests.Support;

/// <summary>A conversation with a bot: each call is one turn, and what the bot said in it can be read.</summary>
internal sealed class Chat(Bot bot)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private Bot current = bot;
    private DateTimeOffset clock = Start;
    private int count;

    public ConversationState State { get; private set; } = new();

    public TurnResult Last { get; private set; } = new(new(), []);

    /// <summary>The texts that the last turn sends.</summary>
    public IReadOnlyList<string> Said => [.. Messages.Select(message => PlainText.Render([.. message.Parts.OfType<TextPart>()]))];

    public IReadOnlyList<SendMessage> Messages => [.. Last.Effects.OfType<SendMessage>()];

    /// <summary>The choices of the last message.</summary>
    public IReadOnlyList<Choice> Choices => Messages[^1].Parts.OfType<ChoicesPart>().SingleOrDefault()?.Choices ?? [];

    public Person Person { get; set; } = new() { Id = "u-1", Name = "Jo", Email = "jo@acme.com" };

    /// <summary>What the random numbers of each turn come from.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>True when the bot is switched off.</summary>
    public bool IsOff { get; set; }

    /// <summary>What lies between two events.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The only timer.</summary>
    public Engine.Conversations.Timer Timer => State.Timers.ShouldHaveSingleItem();

    /// <summary>Lets time pass without an event.</summary>
    public Chat After(TimeSpan time)
    {
        clock += time;
        return this;
    }

    /// <summary>Lets time pass until the next timer is due, and lets it happen.</summary>
    public Chat Due(string name)
    {
        Timer.Name.ShouldBe(name);
        Timer.DueAt.ShouldBe(State.NextDueAt.ShouldNotBeNull());
        Timer.DueAt.ShouldBeGreaterThan(clock - Pace);
        clock = Timer.DueAt;
        return Fire(Timer);
    }

    /// <summary>Lets a timer happen, whether the state holds it or not.</summary>
    public Chat Fire(Engine.Conversations.Timer timer) =>
        Run(new TimerDue { At = Now(), Seed = 1, Name = timer.Name, Generation = timer.Generation });

    public Chat Begin(bool botSpeaksFirst = true) =>
        Enter(new ConversationStarted { ConversationId = "c", Keys = ["started"], Person = Person, BotSpeaksFirst = botSpeaksFirst });

    /// <summary>Begins as a channel does that tells of one beginning several times.</summary>
    public Chat BeginOnce() =>
        Enter(new ConversationStarted { ConversationId = "c", Keys = [Key()], Person = Person, BotSpeaksFirst = true, Once = true });

    public Chat Leave() => Enter(new ConversationLeft { ConversationId = "c", Keys = [Key()] });

    public Chat Delegate() => Enter(new ConversationDelegated { ConversationId = "c", Keys = [Key()], Person = Person });

    public Chat Close() => Enter(new ConversationClosed { ConversationId = "c", Keys = [Key()] });

    public Chat Say(string text)
    {
        var key = Key();
        return Enter(new MessageReceived { ConversationId = "c", Keys = [key], MessageId = key, Parts = [new TextPart(text)], Person = Person });
    }

    public Chat SayNothing() => Send();

    /// <summary>Says something of which a provider has said what it means.</summary>
    public Chat Say(string text, Understood understood)
    {
        var key = Key();
        return Run(new InboundReceived
        {
            At = Now(),
            Seed = Seed,
            Channel = "terminal",
            ChannelInstance = "here",
            Understood = understood,
            Inbound = new MessageReceived { ConversationId = "c", Keys = [key], MessageId = key, Parts = [new TextPart(text)], Person = Person },
        });
    }

    public Chat Send(params MessagePart[] parts)
    {
        var key = Key();
        return Enter(new MessageReceived { ConversationId = "c", Keys = [key], MessageId = key, Parts = parts });
    }

    /// <summary>Goes on with another version of the bot.</summary>
    public Chat Use(Bot version)
    {
        current = version;
        return this;
    }

    public Chat Press(Choice choice)
    {
        var key = Key();
        return Enter(new MessageReceived
        {
            ConversationId = "c", Keys = [key], MessageId = key, Parts = [new TextPart(choice.Label)], ChoiceToken = choice.Token,
        });
    }

    public Chat Press(string label) => Press(Choices.Single(choice => choice.Label == label));

    /// <summary>Makes the state another one, for what no event of a test leads to.</summary>
    public Chat Alter(Func<ConversationState, ConversationState> change)
    {
        State = change(State);
        return this;
    }

    /// <summary>Ends the action that the last turn invoked.</summary>
    public Chat End(string result, string output = "{}") => Run(new ActionEnded
    {
        At = Now(), Seed = 1, Effect = Awaited(), Result = result, Output = Value.Parse(output),
    });

    /// <summary>Lets the provider answer that the last turn asked.</summary>
    public Chat Decide(OffloadDecision decision) =>
        Run(new OffloadDecided { At = Now(), Seed = 1, Effect = Awaited(), Decision = decision });

    /// <summary>Lets the desk behind <c>helpers</c> say something.</summary>
    public Chat Report(DeskEvent report) => Run(new DeskReported { At = Now(), Seed = 1, Connection = "helpers", Report = report });

    /// <summary>What the last turn tells the desk.</summary>
    public IReadOnlyList<TellDesk> Told => [.. Last.Effects.OfType<TellDesk>()];

    /// <summary>Ends the message that hands over.</summary>
    public Chat HandOver(bool succeeded) => Run(new HandoverEnded { At = Now(), Seed = 1, Effect = Awaited(), Succeeded = succeeded });

    public EffectRef Awaited() => State.Waiting.ShouldBeOfType<WaitingForEffect>().Effect;

    /// <summary>The state before the last turn.</summary>
    public ConversationState Before { get; private set; } = new();

    /// <summary>The last event.</summary>
    public ConversationEvent Happened { get; private set; } = new TimerDue { At = default, Seed = 0, Name = "", Generation = 0 };

    public Chat Run(ConversationEvent happened)
    {
        (Before, Happened) = (State, happened);
        Last = DialogEngine.Run(current, State, happened);

        // As the store would: what cannot be written and read again is no state.
        State = ConversationJson.ReadState(ConversationJson.Write(Last.State));
        return this;
    }

    /// <summary>Lets another bot hand its conversation over.</summary>
    public Chat Forward(string text, string source = "Ask Me") => Enter(new ConversationForwarded
    {
        ConversationId = "c", Keys = [Key()], ChannelInstance = "here", Source = source, Parts = [new TextPart(text)], Person = Person,
    });

    public Chat Run(InboundEvent inbound) => Enter(inbound);

    private Chat Enter(InboundEvent inbound) =>
        Run(new InboundReceived { At = Now(), Seed = Seed, Channel = "terminal", ChannelInstance = "here", Inbound = inbound, BotIsOff = IsOff });

    private string Key() => $"m-{count + 1}";

    private DateTimeOffset Now()
    {
        var now = clock;
        clock += Pace;
        count++;
        return now;
    }
}
