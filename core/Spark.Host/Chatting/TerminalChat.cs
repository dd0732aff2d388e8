using System.Security.Cryptography;
using Spark.Actions;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Actions;

namespace Spark.Host.Chatting;

/// <summary>
/// A conversation in the terminal: the engine without storage. Actions of installed plugins run; there is no desk to hand over to.
/// </summary>
internal sealed class TerminalChat(Bot bot, IActionDirectory actions, TimeProvider time, TextReader input, TextWriter output)
{
    /// <summary>The channel's id, as bots see it.</summary>
    public const string Channel = "terminal";

    private static readonly TimeSpan ActionTimeout = TimeSpan.FromSeconds(30);

    private ConversationState state = new();

    public async Task RunAsync(string? language, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"Talking to {bot.Id}. An empty line or Ctrl+D ends the conversation.");
        var person = new Person { Id = Environment.UserName, Name = Environment.UserName, Language = language };
        await TurnAsync(new ConversationStarted { ConversationId = Channel, Keys = ["started"], Person = person, BotSpeaksFirst = true }, cancellationToken);
        for (var number = 1; !cancellationToken.IsCancellationRequested; number++)
        {
            await output.WriteAsync("> ");
            var line = await input.ReadLineAsync(cancellationToken);
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            var key = $"line-{number}";
            await TurnAsync(new MessageReceived { ConversationId = Channel, Keys = [key], MessageId = key, Parts = [new TextPart(line)] }, cancellationToken);
        }
    }

    private async Task TurnAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var events = new Queue<ConversationEvent>();
        events.Enqueue(new InboundReceived
        {
            At = time.GetUtcNow(),
            Seed = Seed(),
            Channel = Channel,
            ChannelInstance = Channel,
            Inbound = inbound,
        });
        while ((events.TryDequeue(out var queued) ? queued : await NextTryAsync(cancellationToken)) is { } happened)
        {
            var result = DialogEngine.Run(bot, state, happened);
            state = result.State;
            if (result.Fault is { } fault)
            {
                await output.WriteLineAsync($"  (fault {fault.Code} at {fault.Where ?? "the door"}: {fault.Message})");
            }

            for (var index = 0; index < result.Effects.Count; index++)
            {
                if (await RunAsync(result.Effects[index], new(result.State.Sequence, index), cancellationToken) is { } next)
                {
                    events.Enqueue(next);
                }
            }
        }
    }

    // The only timer that the terminal keeps: nobody here waits for the others.
    private async Task<ConversationEvent?> NextTryAsync(CancellationToken cancellationToken)
    {
        if (state is not { Waiting: WaitingForEffect { Retry.DueAt: { } due }, Timers: [var timer] })
        {
            return null;
        }

        if (due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        return new TimerDue { At = time.GetUtcNow(), Seed = Seed(), Name = timer.Name, Generation = timer.Generation };
    }

    private async Task<ConversationEvent?> RunAsync(Effect effect, EffectRef name, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case SendMessage message:
                await output.WriteLineAsync(PlainText.Render(message.Parts));
                return null;
            case InvokeAction action:
                var context = new ActionContext
                {
                    EffectId = (action.First ?? name).ToString(),
                    Attempt = action.Try,
                    Tries = action.Tries,
                    Language = action.Language,
                    Person = action.Person,
                };
                var ended = await actions.ExecuteAsync(action.Action, action.Input, context, action.Timeout ?? ActionTimeout, cancellationToken);
                return new ActionEnded
                {
                    At = time.GetUtcNow(),
                    Seed = Seed(),
                    Effect = name,
                    Result = ended.Result,
                    IsFinal = ended.IsFinal,
                    RetryAfter = ended.RetryAfter,
                    Events = ended.Events.Count > 0 ? ended.Events : null,
                    Output = ended.Output,
                    Reason = ended.Reason,
                };
            case OpenOffload offload:
                await output.WriteLineAsync($"  (would hand over to '{offload.Connection}'; there is no desk behind the terminal)");
                return new OffloadDecided
                {
                    At = time.GetUtcNow(),
                    Seed = Seed(),
                    Effect = name,
                    Decision = OffloadDecision.Of(OffloadResult.Unsupported, "There is no desk behind the terminal."),
                };
            default:
                throw new InvalidOperationException($"The terminal does not know effects of type {effect.GetType().Name}.");
        }
    }

    private static ulong Seed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
