using System.Text.Json;
using Microsoft.Extensions.Logging;
using Spark.ApiCalls;
using Spark.Escalation;
using Spark.Expressions;
using Spark.Offload;
using Spark.Runtime.Categories;
using Spark.Runtime.Configuration;
using Spark.Runtime.Outbox;
using Spark.Runtime.Stores;
using Spark.Runtime.Texts;

namespace Spark.Runtime.Escalation;

/// <summary>Escalations, for providers of tickets: what is to be sent, and what became of earlier attempts.</summary>
internal sealed partial class EscalationDesk(
    ConfigurationCatalog catalog,
    CategoryBook categories,
    IApiCalls calls,
    IEscalationStore store,
    TimeProvider time,
    ILogger<EscalationDesk> logger) : IEscalation
{
    private static readonly EvaluationLimits Limits = EvaluationLimits.Default with { TimeLimit = TimeSpan.FromSeconds(1), MaxDepth = 200 };

    public ValueTask<EscalationPlan> PlanAsync(OffloadRequest request, CancellationToken cancellationToken) =>
        StoredAsync(() => MakePlanAsync(request, cancellationToken));

    public ValueTask<bool> BeginAsync(EscalationPlan plan, CancellationToken cancellationToken) =>
        StoredAsync(() => NoteAsync(plan, cancellationToken));

    public async ValueTask EndAsync(EscalationPlan plan, OffloadDecision decision, CancellationToken cancellationToken) =>
        await StoredAsync(() => NoteAsync(plan, WellFormedMessages.Clean(decision), cancellationToken));

    public ValueTask<Classification> ClassifyAsync(string text, CancellationToken cancellationToken) =>
        StoredAsync(() => categories.ClassifyAsync(text, cancellationToken));

    // Plugins know no database: one that is away is a host that is not ready.
    private static async ValueTask<T> StoredAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (StoreUnavailableException away)
        {
            throw new PluginNotReadyException(away.Message, away);
        }
    }

    private async Task<EscalationPlan> MakePlanAsync(OffloadRequest request, CancellationToken cancellationToken)
    {
        var settled = await catalog.ReadAsync(cancellationToken);
        var correlation = Correlation(request.EffectId);
        var attempts = await AttemptsAsync(request.EffectId, cancellationToken);
        var plan = new EscalationPlan { EffectId = request.EffectId, CorrelationId = correlation, Attempts = attempts };
        if (settled.Escalation?.Value is not { } settings)
        {
            return plan with { Problem = "SPK11045: no administrator has set how tickets are opened (spark escalation set)." };
        }

        plan = plan with
        {
            FallbackText = FallbackTexts.Fallback(settings.Fallback, request.Language),
            UnknownText = FallbackTexts.Unknown(settings.Fallback, request.Language),
            Portal = settings.Fallback.Url,
        };
        var problems = EscalationCheck.Problems(settings, settled);
        if (problems.Count > 0)
        {
            return plan with { Problem = $"SPK11046: the escalation's settings do not fit any more: {problems[0].Message}" };
        }

        var context = new EscalationContext(request, null, correlation);
        var category = await CategoryAsync(request, context, settled, cancellationToken);
        context = new(request, category, correlation);
        var values = await ValuesAsync(settings, context, cancellationToken);
        return plan with
        {
            Create = new() { Name = settings.ApiCall, Parameters = values },
            FindCall = string.IsNullOrEmpty(settings.FindCall) ? null : settings.FindCall,
            Add = string.IsNullOrEmpty(settings.AddCall) ? null : new() { Name = settings.AddCall, Parameters = values },
            Category = category,
        };
    }

    // Retention may have taken the oldest attempts since the plan was made. One that the plan has not seen decides otherwise: the number
    // after the last is given once.
    private async Task<bool> NoteAsync(EscalationPlan plan, CancellationToken cancellationToken)
    {
        if (!EffectAddress.TryParse(plan.EffectId, out var effect))
        {
            return false;
        }

        var records = await store.ListAsync(effect.Conversation, cancellationToken);
        var seen = plan.Attempts.Select(attempt => attempt.EffectId).ToHashSet(StringComparer.Ordinal);
        return records.All(record => seen.Contains(record.Effect.Id))
            && await store.BeginAsync(new(effect, records is [.., var last] ? last.Number + 1 : 1, plan.CorrelationId, time.GetUtcNow()), cancellationToken);
    }

    private async Task<bool> NoteAsync(EscalationPlan plan, OffloadDecision decision, CancellationToken cancellationToken)
    {
        if (!EffectAddress.TryParse(plan.EffectId, out var effect))
        {
            return false;
        }

        var begun = (await store.ListAsync(effect.Conversation, cancellationToken)).FirstOrDefault(record => record.Effect == effect);
        if (begun is not null)
        {
            await store.EndAsync(
                begun with { EndedAt = time.GetUtcNow(), Result = decision.Result, Ticket = decision.Ticket, Reason = decision.Reason }, cancellationToken);
        }

        LogEnded(plan.EffectId, decision.Result, decision.Ticket?.Number);
        return begun is not null;
    }

    // Short enough for the fields in which desks keep it, and the same over all attempts.
    private static string Correlation(string effectId) => $"spark-{effectId}";

    private async Task<IReadOnlyList<EscalationAttempt>> AttemptsAsync(string effectId, CancellationToken cancellationToken) =>
        EffectAddress.TryParse(effectId, out var effect)
            ?
            [
                .. (await store.ListAsync(effect.Conversation, cancellationToken)).Select(record => new EscalationAttempt
                {
                    EffectId = record.Effect.Id,
                    CorrelationId = record.CorrelationId,
                    BeganAt = record.BeganAt,
                    Result = record.Result,
                    Ticket = record.Ticket,
                }),
            ]
            : [];

    // What the step says holds, where the list has it; else the words of the person decide, when they are sure enough.
    private async Task<IssueCategory?> CategoryAsync(OffloadRequest request, EscalationContext context, Settled settled, CancellationToken cancellationToken)
    {
        var (said, saidSub) = (Said(request, "category"), Said(request, "subCategory"));
        if (said is not null && settled.Categories is null)
        {
            return new(said, saidSub ?? "");
        }

        if (settled.Categories is { } list && CategoryBook.Find(list.Value, said, saidSub) is { } row)
        {
            return new(row.Category, row.SubCategory);
        }

        var words = string.Join('\n', request.Transcript.Where(line => line.FromPerson).Select(line => line.Text).Append(context.ShortDescription ?? ""));
        return await categories.ClassifyAsync(words, cancellationToken) is { IsSure: true, Candidates: [var best, ..] } ? best : null;
    }

    private static string? Said(OffloadRequest request, string field) =>
        request.Fields.ValueKind == JsonValueKind.Object && request.Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private async Task<JsonElement> ValuesAsync(EscalationSettings settings, EscalationContext context, CancellationToken cancellationToken)
    {
        var document = context.ToValue();
        var values = new List<KeyValuePair<string, Value>>();
        foreach (var parameter in settings.Parameters)
        {
            var value = context.Of(parameter, expression => Evaluate(parameter.Name, expression, document));
            if (parameter.Source == EscalationSource.Lookup)
            {
                value = await LookUpAsync(parameter, value, cancellationToken);
            }

            if (!value.IsUndefined)
            {
                values.Add(new(parameter.Name, value));
            }
        }

        return Value.Object(values).ToJsonElement();
    }

    private Value Evaluate(string name, string expression, Value document)
    {
        try
        {
            return Expression.Parse(expression).Evaluate(document, new() { Now = time.GetUtcNow(), Random = () => 0, Limits = Limits });
        }
        catch (ExpressionException wrong)
        {
            LogNoValue(name, wrong.Code);
            return Value.Undefined;
        }
    }

    // A ticket without its caller is better than none: what is not found stays empty, and only a required parameter ends the attempt.
    private async Task<Value> LookUpAsync(EscalationParameter parameter, Value sought, CancellationToken cancellationToken)
    {
        if (sought.IsUndefined || sought.Kind == ValueKind.Null)
        {
            return Value.Undefined;
        }

        var settled = await catalog.ReadAsync(cancellationToken);
        if (settled.ApiCalls.GetValueOrDefault(parameter.ApiCall ?? "")?.Value is not { Parameters: [var only] } call)
        {
            return Value.Undefined;
        }

        var result = await calls.RunAsync(
            new() { Name = call.Name, Parameters = Value.Object([new(only.Name, sought)]).ToJsonElement() }, cancellationToken);
        if (result.Outputs.ValueKind == JsonValueKind.Object && result.Outputs.TryGetProperty(parameter.Output ?? "", out var found))
        {
            return Value.From(found);
        }

        LogNoValue(parameter.Name, result.End.ToString());
        return Value.Undefined;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The escalation {Effect} ended as {Result} with ticket {Ticket}")]
    private partial void LogEnded(string effect, OffloadResult result, string? ticket);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The escalation's parameter {Parameter} has no value: {Why}")]
    private partial void LogNoValue(string parameter, string why);
}
