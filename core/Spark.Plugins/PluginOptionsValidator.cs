using Microsoft.Extensions.Options;

namespace Spark.Plugins;

/// <summary>Holds the options to the ranges that they declare.</summary>
[OptionsValidator]
internal sealed partial class PluginOptionsValidator : IValidateOptions<PluginOptions>;
