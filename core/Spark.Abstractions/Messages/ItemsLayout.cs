namespace Spark.Messages;

/// <summary>How items stand together.</summary>
public enum ItemsLayout
{
    /// <summary>Side by side.</summary>
    Carousel,

    /// <summary>One below the other.</summary>
    List,
}
