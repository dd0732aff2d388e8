namespace Spark.Engine.Definitions;

/// <summary>How long a variable lives.</summary>
public enum VariableScope
{
    /// <summary>Until its dialog is left.</summary>
    Dialog,

    /// <summary>Until the episode ends.</summary>
    Conversation,

    /// <summary>With the person, over episodes.</summary>
    Person,
}
