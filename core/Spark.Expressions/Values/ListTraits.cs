namespace Spark.Expressions.Values;

/// <summary>How an array came to be, which decides how the language treats it further.</summary>
[Flags]
internal enum ListTraits
{
    None = 0,

    /// <summary>Made by a path, not by a constructor: one item stands for itself, none for undefined.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays an array even with one item.</summary>
    KeepSingleton = 2,

    /// <summary>Wraps an input that is itself an array, so that it counts as one context.</summary>
    OuterWrapper = 4,

    /// <summary>Made by an array constructor that ends a path step: not flattened.</summary>
    Constructed = 8,

    /// <summary>Holds rows of bound variables, not values.</summary>
    Rows = 16,
}
