namespace Spark.Runtime.Health;

/// <summary>Something that must work before the host takes requests.</summary>
public interface IReadinessProbe
{
    /// <summary>What is probed, in a word.</summary>
    string Name { get; }

    /// <summary>Tries it.</summary>
    /// <returns>Null when it works; otherwise what is wrong, in a sentence for the operator.</returns>
    ValueTask<string?> CheckAsync(CancellationToken cancellationToken);
}
