using System.Globalization;
using System.Collections.Immutable;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>One turn under way: the state as it changes, and the effects so far.</summary>
internal sealed class Turn
{
    /// <summary>Far above what a dialog needs between two messages, far below what a person would notice.</summary>
    private const int MostSteps = 1_000;

    /// <summary>Visits within visits: a dialog that visits itself does not fill the store.</summary>
    private const int MostFrames = 50;

    /// <summary>What all variables of a conversation may come to, in bytes of JSON: they are read and written with every turn.</summary>
    private const int MostWeight = 64 * 1024;

    private readonly long sequence;
    private readonly Value plain;
    private int steps;
    private ImmutableSortedDictionary<string, Value>? weighed;
    private long weight;

    public Turn(Bot bot, ConversationState state, ConversationEvent happened)
    {
        Bot = bot;
        Before = state;
        State = state;
        Base = state;
        Happened = happened;
        var message = (happened as InboundReceived)?.Inbound as MessageReceived;
        Understood = (happened as InboundReceived)?.Understood;
        IsSpeech = message is not null ? Hearing.IsSpeech(message) : happened is InboundReceived { Inbound: ConversationForwarded };
        HasSecret = IsSpeech && message is not null && Prompt.AsksForSecret(bot, state);
        sequence = state.Sequence + 1;
        plain = Value.From(new TurnScope(this, default));
        Options = new EvaluationOptions { Now = happened.At, Random = new SeededRandom(happened.Seed).NextDouble };
    }

    public Bot Bot { get; }

    public ConversationEvent Happened { get; }

    /// <summary>Is told how the turn goes; null for nobody.</summary>
    public ITurnTrace? Trace { get; init; }

    /// <summary>The state before the turn.</summary>
    public ConversationState Before { get; }

    /// <summary>True when the person says something in this turn, be it here or where the conversation was forwarded from.</summary>
    public bool IsSpeech { get; }

    /// <summary>What an understanding provider said of the message that is heard; null when none was asked.</summary>
    public Understood? Understood { get; set; }

    /// <summary>The end of an effect that the event stands for; null when it stands for none.</summary>
    public EffectEnded? Ended { get; set; }

    /// <summary>The first fault of the turn; once it is set, the person has been or is being told.</summary>
    public EngineFault? Failure { get; set; }

    /// <summary>True when the event is a result that nobody waits for.</summary>
    public bool IsLate { get; set; }

    /// <summary>True when the person has said something that is kept from every log.</summary>
    public bool HasSecret { get; set; }

    /// <summary>The episodes that the turn ended.</summary>
    public List<Episode> Closed { get; } = [];

    /// <summary>The state with all that was known when the dialogs began: what the turn itself changes, it changes from here on.</summary>
    public ConversationState Base { get; set; }

    /// <summary>The state as the turn has left it so far.</summary>
    public ConversationState State { get; set; }

    public List<Effect> Effects { get; } = [];

    public EvaluationOptions Options { get; }

    /// <summary>The number of this turn, by which its effects and questions are known.</summary>
    public long Sequence => sequence;

    public Frame Top => State.Stack[^1];

    /// <summary>The dialog and step at which the turn stands, for people who look for a fault.</summary>
    public string? Where
    {
        get
        {
            if (State.Stack.IsEmpty)
            {
                return null;
            }

            var frame = Top;
            var path = frame.IsAction
                ? Bot.Actions.GetValueOrDefault(frame.Id)?.Deeds.ElementAtOrDefault(frame.Step)?.Path
                : Bot.Dialogs.GetValueOrDefault(frame.Id)?.Steps.ElementAtOrDefault(frame.Step)?.Path;
            return path is null ? frame.Id : $"{frame.Id}.{path}";
        }
    }

    public TurnResult Result()
    {
        var person = PersonMemory.Settle(this);
        var state = State with
        {
            Sequence = sequence,
            Timers = Timers.Settle(this),
            Late = LateResults.Settle(this),
            Pace = LoopBreaker.Settle(this),
        };
        return new(state, Effects, Failure) { ClosedEpisodes = Closed, IsLate = IsLate, HasSecret = HasSecret, Person = person };
    }

    /// <summary>Remembers what the turn has come to, and lets what follows take as many steps as a turn may.</summary>
    public TurnSave Save()
    {
        steps = 0;
        return new(State, [.. Effects], [.. Closed]);
    }

    public void Restore(TurnSave save)
    {
        State = save.State;
        Effects.Clear();
        Effects.AddRange(save.Effects);
        Closed.Clear();
        Closed.AddRange(save.Closed);
        steps = 0;
    }

    /// <summary>Adds an effect and returns the name under which its result will come back.</summary>
    public EffectRef Add(Effect effect)
    {
        Effects.Add(effect);
        Trace?.Added(effect);
        return new(sequence, Effects.Count - 1);
    }

    /// <summary>Replaces the innermost frame.</summary>
    public void Replace(Frame frame) => State = State with { Stack = Instead(frame) };

    public void Push(Frame frame) => State = State with { Stack = Above(frame) };

    public void Pop() => State = State with { Stack = State.Stack.RemoveAt(State.Stack.Count - 1) };

    /// <summary>Goes to a dialog for good: nothing that was under way comes back.</summary>
    public void GoTo(string dialog) => Enter(dialog, [new Frame { Id = Known(dialog), Step = 0 }]);

    /// <summary>Goes to a dialog and comes back to the innermost one.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <param name="given">Its inputs.</param>
    /// <param name="from">The step that takes its results; null for none.</param>
    public void Visit(string dialog, ImmutableSortedDictionary<string, Value>? given = null, int? from = null)
    {
        var frame = new Frame { Id = Known(dialog), Step = 0, From = from };
        Enter(dialog, Above(given is null ? frame : frame with { Locals = given }));
    }

    /// <summary>Goes to a dialog for an interruption: one that is under way already begins again, instead of a second time above itself.</summary>
    public void Interrupt(string dialog)
    {
        var index = State.Stack.FindIndex(frame => !frame.IsAction && string.Equals(frame.Id, dialog, StringComparison.Ordinal));
        if (index >= 0)
        {
            State = State with { Stack = State.Stack.RemoveRange(index, State.Stack.Count - index) };
        }

        Visit(dialog);
    }

    public void Jump(Target target)
    {
        if (target.Dialog is { } dialog)
        {
            GoTo(dialog);
            return;
        }

        State = State with { Waiting = null, Stack = Instead(Top with { Step = target.Step, Misses = 0 }) };
    }

    /// <summary>Goes on behind a question that was answered.</summary>
    /// <param name="next">The step that follows.</param>
    public void Answer(int next) => State = State with { Waiting = null, Misses = 0, Stack = Instead(Top with { Step = next, Misses = 0 }) };

    public void CountStep()
    {
        if (++steps > MostSteps)
        {
            throw Fault("SPK13001", $"The turn took more than {MostSteps} steps without waiting for the person: it goes in a circle.");
        }
    }

    public EngineFaultException Fault(string code, string message) => new(new() { Code = code, Message = message, Where = Where });

    /// <summary>
    /// The fault of an expression. Its own message may quote the value that it could not use, which is what the person wrote: only a bound
    /// says nothing but numbers.
    /// </summary>
    public EngineFault Describe(ExpressionException mistake) => new()
    {
        Code = mistake.Code,
        Message = mistake.IsBound
            ? mistake.Message
            : string.Create(CultureInfo.InvariantCulture, $"The expression failed at '{mistake.Token}', character {mistake.Position}."),
        Where = Where,
    };

    /// <summary>Shows a value in a text as people of the conversation's language write it; null for as it is.</summary>
    public Func<Expression, Value, string?> Shown => field ??= (expression, value) => LocalValue.Show(this, expression, value);

    /// <summary>What expressions see now.</summary>
    public Value Scope(Value result = default) => result.IsUndefined ? plain : Value.From(new TurnScope(this, result));

    public Value Evaluate(Expression expression, Value result = default) => expression.Evaluate(Scope(result), Options);

    public void Assign(string name, Value value)
    {
        Keep(name, value);
        if (string.Equals(name, Languages.Preference, StringComparison.Ordinal) && Languages.Preferred(this) is { } language)
        {
            State = State with { Language = language };
        }
    }

    private void Keep(string name, Value value)
    {
        value = Detachment.Detach(value);
        var isDeclared = Bot.Variables.TryGetValue(name, out var definition);
        if (!State.Stack.IsEmpty && IsInput(Top, name))
        {
            // An input hides a variable of its name: the action dialog must read what it has just set.
            Replace(Top with { Locals = With(Top.Locals, name, value) });
            CheckWeight();
            if (!isDeclared || !Top.IsAction)
            {
                return;
            }
        }

        if (definition?.Scope == VariableScope.Dialog)
        {
            AssignLocal(name, value);
            return;
        }

        var before = State.Variables;
        State = State with { Variables = With(before, name, value) };
        Changes.Note(this, definition, before.TryGetValue(name, out var past) ? past : Value.Undefined, value);
        if (Weight.Of(value) > (before.TryGetValue(name, out var old) ? Weight.Of(old) : 0))
        {
            CheckWeight();
        }
    }

    /// <summary>Refuses variables that together are more than a conversation may hold.</summary>
    public void CheckWeight()
    {
        if (!ReferenceEquals(weighed, State.Variables))
        {
            (weighed, weight) = (State.Variables, Weight.Of(State.Variables));
        }

        var sum = weight;
        for (var i = 0; i < State.Stack.Count; i++)
        {
            sum += Weight.Of(State.Stack[i].Locals);
        }

        if (sum > MostWeight)
        {
            throw Fault("SPK13009", $"The variables of the conversation would come to {sum} bytes, and it holds {MostWeight}.");
        }
    }

    public void Forget(string name) => Assign(name, Value.Undefined);

    /// <summary>What a name stands for: what was set, or else the default of the variable.</summary>
    public Value Variable(string name)
    {
        var held = Held(name);
        return held.IsUndefined && Bot.Variables.TryGetValue(name, out var definition) ? definition.Default : held;
    }

    /// <summary>How a name of the innermost dialog or of the bot is declared.</summary>
    public VariableDefinition Definition(string name) =>
        Bot.Dialogs[Top.Id].Locals.TryGetValue(name, out var local) ? local : Bot.Variables[name];

    /// <summary>What was set; undefined for nothing.</summary>
    public Value Held(string name)
    {
        for (var i = State.Stack.Count - 1; i >= 0; i--)
        {
            if (State.Stack[i].Locals.TryGetValue(name, out var local))
            {
                return local;
            }

            if (IsInput(State.Stack[i], name))
            {
                return Value.Undefined;
            }

            if (!State.Stack[i].IsAction)
            {
                break;
            }
        }

        return State.Variables.TryGetValue(name, out var value) ? value : Value.Undefined;
    }

    private bool IsInput(Frame frame, string name) => frame.IsAction
        ? Bot.Actions.GetValueOrDefault(frame.Id)?.Input.ContainsKey(name) == true
        : Bot.Dialogs.GetValueOrDefault(frame.Id)?.Locals.ContainsKey(name) == true;

    // A variable of scope dialog lives in the dialog's frame, also when an action dialog of it sets the value.
    private void AssignLocal(string name, Value value)
    {
        var index = State.Stack.FindLastIndex(frame => !frame.IsAction);
        if (index >= 0)
        {
            var frame = State.Stack[index];
            State = State with { Stack = State.Stack.SetItem(index, frame with { Locals = With(frame.Locals, name, value) }) };
            CheckWeight();
        }
    }

    private static ImmutableSortedDictionary<string, Value> With(ImmutableSortedDictionary<string, Value> values, string name, Value value) =>
        value.IsUndefined ? values.Remove(name) : values.SetItem(name, value);

    // A state is copied as a whole with every change: what changes together is changed at once.
    private void Enter(string dialog, ImmutableList<Frame> stack)
    {
        var isSame = string.Equals(State.Dialog, dialog, StringComparison.Ordinal);
        State = State with { Stack = stack, Waiting = null, Dialog = dialog, PreviousDialog = isSame ? State.PreviousDialog : State.Dialog };
        Contexts.Begin(this, Bot.Dialogs[dialog]);
    }

    private ImmutableList<Frame> Instead(Frame frame) => State.Stack.SetItem(State.Stack.Count - 1, frame);

    private ImmutableList<Frame> Above(Frame frame) => State.Stack.Count < MostFrames
        ? State.Stack.Add(frame)
        : throw Fault("SPK13008", $"More than {MostFrames} dialogs are under way within each other: one visits itself.");

    private string Known(string dialog) => Bot.Dialogs.ContainsKey(dialog)
        ? dialog
        : throw Fault("SPK13006", $"There is no dialog '{dialog}' in version {Bot.Version} of bot '{Bot.Id}'.");
}
