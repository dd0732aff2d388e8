namespace Spark.Channels;

/// <summary>Remembers nobody: for hosts without a store.</summary>
internal sealed class ForgetfulPeople : IKnownPeople
{
    public static ForgetfulPeople Instance { get; } = new();

    public ValueTask<KnownPerson?> FindAsync(string id, CancellationToken cancellationToken) => ValueTask.FromResult<KnownPerson?>(null);

    public ValueTask<KnownPerson?> FindAsync(PersonAddress address, CancellationToken cancellationToken) => ValueTask.FromResult<KnownPerson?>(null);

    public ValueTask RememberAsync(IReadOnlyList<KnownPerson> people, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
