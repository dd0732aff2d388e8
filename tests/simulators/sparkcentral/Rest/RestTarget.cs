namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>The three operations of the virtual agent's API.</summary>
internal enum RestTarget
{
    Token,
    Manipulate,
    Upload,
}
