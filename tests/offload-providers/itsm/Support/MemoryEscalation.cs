using System.Text.Json;
using Spark.Escalation;

namespace Spark.Offload.Itsm.Tests.Support;

/// <summary>An escalation whose attempts are kept in memory, as they are in the database.</summary>
internal sealed class MemoryEscalation(TimeProvider time) : IEscalation
{
    private static readonly JsonElement Parameters = JsonDocument.Parse("""{"shortDescription":"It is broken"}""").RootElement.Clone();

    public List<EscalationAttempt> Attempts { get; } = [];

    public bool HasFindCall { get; set; } = true;

    public string? Problem { get; set; }

    public Classification Found { get; set; } = new([], 0, IsSure: false);

    public ValueTask<EscalationPlan> PlanAsync(OffloadRequest request, CancellationToken cancellationToken) => ValueTask.FromResult(new EscalationPlan
    {
        EffectId = request.EffectId,
        CorrelationId = $"spark-{request.EffectId}",
        Problem = Problem,
        Create = Problem is null ? new() { Name = "create", Parameters = Parameters } : null,
        FindCall = HasFindCall ? "find" : null,
        Add = new() { Name = "add", Parameters = Parameters },
        FallbackText = "Help yourself.",
        UnknownText = "Perhaps.",
        Portal = new("https://portal.example/"),
        Category = new("Network", "VPN"),
        Attempts = [.. Attempts],
    });

    public ValueTask<bool> BeginAsync(EscalationPlan plan, CancellationToken cancellationToken)
    {
        if (Attempts.Count != plan.Attempts.Count)
        {
            return ValueTask.FromResult(false);
        }

        Attempts.Add(new() { EffectId = plan.EffectId, CorrelationId = plan.CorrelationId, BeganAt = time.GetUtcNow() });
        return ValueTask.FromResult(true);
    }

    public ValueTask EndAsync(EscalationPlan plan, OffloadDecision decision, CancellationToken cancellationToken)
    {
        var index = Attempts.FindIndex(attempt => attempt.EffectId == plan.EffectId);
        Attempts[index] = Attempts[index] with { Result = decision.Result, Ticket = decision.Ticket };
        return ValueTask.CompletedTask;
    }

    public ValueTask<Classification> ClassifyAsync(string text, CancellationToken cancellationToken) => ValueTask.FromResult(Found);
}
