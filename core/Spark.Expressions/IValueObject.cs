namespace Spark.Expressions;

/// <summary>An object whose fields are looked up when they are asked for.</summary>
public interface IValueObject
{
    /// <summary>The names of its fields, in order.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Looks a field up.</summary>
    bool TryGet(string name, out Value value);
}
