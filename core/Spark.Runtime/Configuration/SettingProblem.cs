namespace Spark.Runtime.Configuration;

/// <summary>What is wrong with something that an administrator wants to set.</summary>
/// <param name="Field">Where, such as <c>outputs[1].expression</c>.</param>
/// <param name="Message">What, and how to mend it.</param>
public sealed record SettingProblem(string Field, string Message);
