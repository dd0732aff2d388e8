using Spark.Understanding.Entities.Pieces;

namespace Spark.Understanding.Entities.Rules;

/// <summary>What a pattern has read, by the names in it.</summary>
internal sealed class Captures(Binding? bound, PiecedText text, int first, int next)
{
    /// <summary>Name of the mark <c>@</c>, which moves the beginning of what is found.</summary>
    internal const string StartMark = "@";

    public PiecedText Text => text;

    public int Next => next;

    public int Start => Find(StartMark) is int marked ? marked : first;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The value of a name; null when the pattern did not read it.</summary>
    public object? Find(string name)
    {
        for (Binding? binding = bound; binding is not null; binding = binding.Earlier)
        {
            if (binding.Name == name)
            {
                return binding.Value;
            }
        }

        return null;
    }

    /// <summary>The value of the rule that was named last; null when there is none.</summary>
    public object? Only
    {
        get
        {
            for (Binding? binding = bound; binding is not null; binding = binding.Earlier)
            {
                if (binding.Value is not string && binding.Name != StartMark)
                {
                    return binding.Value;
                }
            }

            return null;
        }
    }

    public T Get<T>(string name) => Find(name) is T value ? value : throw new InvalidOperationException($"The rule reads no {name} of type {typeof(T).Name}.");

    public string Word(string name) => Find(name) as string ?? string.Empty;

    /// <summary>The whole number under a name; null when there is none.</summary>
    public int? Whole(string name) => Find(name) switch
    {
        string digits when int.TryParse(digits, out int whole) => whole,
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e9 => (int)number,
        _ => null,
    };
}
