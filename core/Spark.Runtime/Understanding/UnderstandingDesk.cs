using Microsoft.Extensions.Logging;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Runtime.Outbox.Circuits;
using Spark.Runtime.Texts;
using Spark.Runtime.Turns;
using Spark.Understanding;

namespace Spark.Runtime.Understanding;

/// <summary>
/// Asks a bot's understanding provider what a message means, before the turn. What it says becomes part of the event, so that the turn
/// stays a function of what is stored. A provider that fails, or has failed several times in a row, leaves the message to the bot's own
/// classifier.
/// </summary>
/// <param name="circuits">Keep calls from a provider that is away.</param>
/// <param name="time">Measures how long a person waited for it.</param>
/// <param name="logger">Is told of failures, without what was said.</param>
/// <param name="providers">The connections; null where there are no plugins.</param>
public sealed partial class UnderstandingDesk(
    CircuitBoard circuits, TimeProvider time, ILogger<UnderstandingDesk> logger, IUnderstandingDirectory? providers = null)
{
    /// <summary>Of each text that a provider tells, this much is logged: it is written with the turn.</summary>
    private const int MostLogged = 16_000;

    /// <summary>The input with what the provider said; the input itself when there was nothing to ask.</summary>
    internal async ValueTask<TurnInput> AskAsync(TurnInput input, Bot? bot, ConversationState state, CancellationToken cancellationToken)
    {
        if (providers is null || bot?.Understanding is not { } wanted || input.Event is not InboundReceived { Understood: null } received
            || UnderstandingQuestion.Of(bot, state, received) is not { } request)
        {
            return input;
        }

        var began = time.GetTimestamp();
        var circuit = circuits.OfConnection(wanted.Connection);
        UnderstandingResult result;
        if (circuit.TryEnter() is { } pass)
        {
            using (pass)
            {
                result = await providers.UnderstandAsync(wanted.Connection, request, wanted.Within, cancellationToken);
                if (result.Failure is null)
                {
                    pass.Succeed();
                }
                else
                {
                    pass.Fail(asked: null);
                }
            }
        }
        else
        {
            result = UnderstandingResult.Failed("It has failed several times in a row and was not asked.");
        }

        if (result.Failure is { } failure)
        {
            LogFailed(wanted.Connection, failure);
        }

        return input with { Event = received with { Understood = Logged(wanted.Connection, result, time.GetElapsedTime(began)) } };
    }

    private static Understood Logged(string connection, UnderstandingResult result, TimeSpan took) => new()
    {
        Connection = connection,
        Intent = Cut(result.Intent),
        Confidence = result.Confidence,
        Entities = result.Entities.ToDictionary(
            entity => WellFormedText.Clean(entity.Key), entity => WellFormedText.Clean(entity.Value), StringComparer.Ordinal),
        Failure = Cut(result.Failure),
        Prompt = Cut(result.Prompt),
        Answer = Cut(result.Answer),
        Milliseconds = (int)took.TotalMilliseconds,
    };

    private static string? Cut(string? text) =>
        text is null ? null : WellFormedText.Clean(text.Length > MostLogged ? text[..MostLogged] + "…" : text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The understanding provider {Connection} gave no answer, and the bot's own classifier decided: {Failure}")]
    private partial void LogFailed(string connection, string failure);
}
