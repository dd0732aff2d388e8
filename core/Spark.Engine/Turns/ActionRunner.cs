using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>Runs action dialogs: deeds until one awaits an effect, and the rest when its result is there.</summary>
internal static class ActionRunner
{
    /// <summary>Runs the deed at the top of the stack.</summary>
    public static void Step(Turn turn)
    {
        var frame = turn.Top;
        var deeds = turn.Bot.Actions[frame.Id].Deeds;
        if (frame.Step >= deeds.Count)
        {
            Finish(turn, ActionDialog.Done);
            return;
        }

        turn.Trace?.Stepped(frame);
        switch (deeds[frame.Step])
        {
            case WhenDeed branch:
                var holds = turn.Evaluate(branch.Condition).ToBoolean();
                GoOn(turn, holds ? branch.Then : branch.Otherwise ?? branch.Next);
                break;
            case SetDeed set:
                DialogRunner.Set(turn, set.Assignments);
                GoOn(turn, set.Next);
                break;
            case FinishDeed finish:
                Finish(turn, finish.Outcome);
                break;
            case AwaitingDeed { Approval: { } approval }:
                Approvals.Ask(turn, approval);
                break;
            case AwaitingDeed deed:
                Act(turn, deed);
                break;
            default:
                throw Unknown(turn, deeds[frame.Step]);
        }
    }

    /// <summary>Does what a deed is for; whoever had to be asked was asked.</summary>
    public static void Act(Turn turn, AwaitingDeed deed)
    {
        switch (deed)
        {
            case InvokeDeed invoke:
                Invoke(turn, invoke);
                break;
            case OffloadDeed offload:
                Open(turn, offload);
                break;
            default:
                throw Unknown(turn, deed);
        }
    }

    /// <summary>Ends the action dialog, because the person did not approve of its deed.</summary>
    public static void Decline(Turn turn) => Finish(turn, Approval.Declined);

    /// <summary>Goes on with what an effect came to. A result that nobody waits for any more is only recorded.</summary>
    public static void Resume(Turn turn, EffectEnded ended)
    {
        if (turn.State.Waiting is not WaitingForEffect { Retry: not { DueAt: not null } } waiting || waiting.Effect != ended.Effect)
        {
            LateResults.Take(turn, ended);
            return;
        }

        if (ended is ActionEnded tried && Retries.TryWait(turn, waiting, tried))
        {
            return;
        }

        var deed = AwaitedDeed(turn);
        switch (ended, deed, waiting.IsHandover)
        {
            case (ActionEnded action, InvokeDeed invoke, false):
                turn.State = turn.State with { Waiting = null };
                if (action.Events is { Count: > 0 } events)
                {
                    turn.Add(new SendMessage { Parts = events, Language = turn.State.Language });
                }

                Conclude(turn, invoke, ResultOf(action));
                break;
            case (OffloadDecided decided, OffloadDeed offload, false):
                Decide(turn, offload, waiting, decided);
                break;
            case (HandoverEnded handover, _, true):
                HandOver(turn, deed, waiting, handover);
                break;
            default:
                throw turn.Fault("SPK13002", $"A result of type {ended.GetType().Name} does not belong to the effect that is awaited.");
        }
    }

    /// <summary>The deed whose effect is awaited; none when the episode went on with another version while the handover was leaving.</summary>
    public static AwaitingDeed? AwaitedDeed(Turn turn) => turn.State.Stack.IsEmpty || !turn.Top.IsAction
        ? null
        : turn.Bot.Actions.GetValueOrDefault(turn.Top.Id)?.Deeds.ElementAtOrDefault(turn.Top.Step) as AwaitingDeed;

    private static void Invoke(Turn turn, InvokeDeed deed)
    {
        Retries.Make(turn, new()
        {
            Action = deed.Action,
            Input = Detachment.Detach(deed.Input.Evaluate(turn.Scope(), turn.Options)),
            Timeout = deed.Timeout ?? Deadlines.DefaultTimeout,
            Tries = deed.Tries,
            Language = turn.State.Language,
            Person = turn.State.Person,
        });
    }

    /// <summary>The request with which an operator moves a conversation to another desk: what the step shared, as far as it still can be told.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="deed">The step that gave the conversation away; null when the bot has changed since.</param>
    /// <param name="wish">Where it is to go.</param>
    public static OpenOffload RequestOf(Turn turn, OffloadDeed? deed, DeskReassigned wish) => new()
    {
        Connection = wish.Connection,
        Queue = wish.Queue,
        Fields = deed is null ? Value.Object([]) : FieldsLeft(turn, deed),
        Variables = deed is null ? Value.Object([]) : Shared(turn, deed),
        TranscriptLines = deed?.ShareTranscript ?? 0,
        Timeout = deed?.Timeout ?? Deadlines.DefaultTimeout,
        Language = turn.State.Language,
        Person = turn.State.Person,
    };

    private static void Open(Turn turn, OffloadDeed deed)
    {
        // An owner takes the conversation with the last text in the same call; until it decides, that text waits.
        var farewell = Kind(turn, deed) == OffloadKind.Owner ? TakeLastMessage(turn) : null;
        var effect = turn.Add(new OpenOffload
        {
            Connection = deed.Connection,
            Queue = deed.Queue?.Evaluate(turn.Scope(), turn.Options).ToText(),
            Fields = FieldsOf(turn, deed),
            Variables = Shared(turn, deed),
            TranscriptLines = deed.ShareTranscript,
            Timeout = deed.Timeout ?? (Kind(turn, deed) == OffloadKind.Ticket ? Deadlines.TicketTimeout : Deadlines.DefaultTimeout),
            Language = turn.State.Language,
            Person = turn.State.Person,
        });
        turn.State = turn.State with { Waiting = new WaitingForEffect { Effect = effect, Farewell = farewell } };
    }

    private static SendMessage? TakeLastMessage(Turn turn)
    {
        if (turn.Effects is not [.., SendMessage last])
        {
            return null;
        }

        turn.Effects.RemoveAt(turn.Effects.Count - 1);
        return last;
    }

    private static Value FieldsOf(Turn turn, OffloadDeed deed) =>
        deed.Fields is { } fields ? Detachment.Detach(fields.Evaluate(turn.Scope(), turn.Options)) : Value.Object([]);

    // What the dialog alone knew is gone with it. The person and the desk must not suffer from that.
    private static Value FieldsLeft(Turn turn, OffloadDeed deed)
    {
        try
        {
            return FieldsOf(turn, deed);
        }
        catch (ExpressionException)
        {
            return Value.Object([]);
        }
    }

    private static Value Shared(Turn turn, OffloadDeed deed) => Value.Object(
        [.. deed.ShareVariables
            .Select(name => new KeyValuePair<string, Value>(name, turn.Variable(name)))
            .Where(shared => !shared.Value.IsUndefined)]);

    private static void Decide(Turn turn, OffloadDeed deed, WaitingForEffect waiting, OffloadDecided decided)
    {
        var decision = decided.Decision;
        var isOwner = decision.Completion is not null || Kind(turn, deed) == OffloadKind.Owner;
        if (decision.Result == OffloadResult.Accepted && isOwner)
        {
            var farewell = waiting.Farewell ?? new SendMessage { Parts = [], Language = turn.State.Language };
            var message = turn.Add(farewell with { Completion = decision.Completion ?? new() { Kind = CompletionKind.Handover } });
            turn.State = turn.State with
            {
                Owner = Owner.Queued,
                Waiting = waiting with { Effect = message, IsHandover = true },
            };
            return;
        }

        // A desk that takes the conversation and does not say under which name it can be reached leaves the person with nobody.
        var isNobody = decision.Result == OffloadResult.Accepted && turn.State.Desk is null;
        var result = isNobody ? OffloadResult.Unsupported : decision.Result;
        SayFarewell(turn, waiting);
        turn.State = turn.State with { Waiting = null };
        Episodes.NoteTicket(turn, decision);
        Conclude(turn, deed, ResultOf(result, decision));
    }

    // The owner was changed at the door.
    private static void HandOver(Turn turn, AwaitingDeed? deed, WaitingForEffect waiting, HandoverEnded handover)
    {
        var result = handover.Succeeded ? OffloadResult.Accepted : OffloadResult.Failed;
        var value = ResultOf(result, OffloadDecision.Of(result, handover.Reason));
        if (handover.Succeeded)
        {
            // The desk has the conversation: nothing can be said, so no step goes on, whatever the outcomes are.
            DialogRunner.Set(turn, deed?.Save ?? [], value);
            TraceHandover(turn, deed, value);
            Episodes.End(turn, EpisodeOutcome.Escalated, reason: null);
            return;
        }

        SayFarewell(turn, waiting);
        turn.State = turn.State with { Waiting = null };
        if (deed is not null)
        {
            Conclude(turn, deed, value);
        }
    }

    // Whoever looks on is told of the outcome, and of the step that would answer it: what it says has happened.
    private static void TraceHandover(Turn turn, AwaitingDeed? deed, Value result)
    {
        if (turn.Trace is not { } trace || deed is null || turn.State.Stack is not [.., var run, _])
        {
            return;
        }

        var options = new EvaluationOptions { Now = turn.Happened.At, Random = () => 0 };
        var rule = deed.Outcomes.FirstOrDefault(rule => rule.Holds.Evaluate(turn.Scope(result), options).ToBoolean());
        if ((rule?.Outcome ?? deed.Otherwise) is not { } outcome)
        {
            return;
        }

        trace.Finished(run, outcome);
        if (turn.Bot.Dialogs[run.Id].Steps[run.Step] is RunStep step && step.Then.TryGetValue(outcome, out var target) && target.Dialog is null)
        {
            trace.Stepped(run with { Step = target.Step });
        }
    }

    private static void SayFarewell(Turn turn, WaitingForEffect waiting)
    {
        if (waiting.Farewell is { } farewell)
        {
            turn.Add(farewell);
        }
    }

    private static void Conclude(Turn turn, AwaitingDeed deed, Value result)
    {
        DialogRunner.Set(turn, deed.Save, result);
        var rule = deed.Outcomes.FirstOrDefault(rule => turn.Evaluate(rule.Holds, result).ToBoolean());
        if ((rule?.Outcome ?? deed.Otherwise) is { } outcome)
        {
            Finish(turn, outcome);
        }
        else
        {
            GoOn(turn, deed.Next);
        }
    }

    private static void Finish(Turn turn, string outcome)
    {
        var action = turn.Top.Id;
        turn.Pop();
        turn.Trace?.Finished(turn.Top, outcome);
        var run = (RunStep)turn.Bot.Dialogs[turn.Top.Id].Steps[turn.Top.Step];
        turn.Jump(run.Then.TryGetValue(outcome, out var target)
            ? target
            : throw turn.Fault("SPK13007", $"Action '{action}' ended in '{outcome}', and 'then' has no answer for it."));
    }

    /// <summary>The word that expressions see for a provider's answer.</summary>
    public static string NameOf(OffloadResult result) => result.ToString().ToLowerInvariant();

    /// <summary>What a provider's answer brings beside its result.</summary>
    public static Value OutputOf(OffloadDecision decision) =>
        decision.Ticket is { } ticket ? Value.Object([new("ticket", TicketOf(ticket))]) : Value.Undefined;

    private static Value ResultOf(ActionEnded ended)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        if (ended.Output.Kind == ValueKind.Object)
        {
            fields.AddRange(ended.Output.Fields.Where(field => field.Key is not ("result" or "reason")));
        }

        fields.Add(new("result", Value.From(ended.Result)));
        AddReason(fields, ended.Reason);
        return Value.Object(fields);
    }

    private static Value ResultOf(OffloadResult result, OffloadDecision decision)
    {
        var fields = new List<KeyValuePair<string, Value>> { new("result", Value.From(NameOf(result))) };
        AddReason(fields, decision.Reason);
        if (decision.Ticket is { } ticket)
        {
            fields.Add(new("ticket", TicketOf(ticket)));
        }

        if (decision.Position is { } position)
        {
            fields.Add(new("position", Value.From((double)position)));
        }

        if (decision.Wait is { } wait)
        {
            fields.Add(new("wait", Value.From(Math.Ceiling(wait.TotalMinutes))));
        }

        Add(fields, "link", decision.Link?.AbsoluteUri);
        Add(fields, "notice", decision.Notice);
        Add(fields, "portal", decision.Portal?.ToString());
        Add(fields, "category", decision.Category);
        return Value.Object(fields);
    }

    private static Value TicketOf(TicketReference ticket) => Tickets.ValueOf(ticket);

    private static void AddReason(List<KeyValuePair<string, Value>> fields, string? reason) => Add(fields, "reason", reason);

    private static void Add(List<KeyValuePair<string, Value>> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, Value.From(value)));
        }
    }

    /// <summary>The kind of the provider behind a deed; null where it is not known.</summary>
    public static OffloadKind? Kind(Turn turn, OffloadDeed deed) => turn.Bot.Connections.GetValueOrDefault(deed.Connection)?.Offload;

    private static EngineFaultException Unknown(Turn turn, Deed deed) =>
        turn.Fault("SPK13004", $"The engine does not know deeds of type {deed.GetType().Name}.");

    private static void GoOn(Turn turn, int next) => turn.Replace(turn.Top with { Step = next });
}
