using Microsoft.Extensions.Options;

namespace Spark.Runtime.Nodes;

[OptionsValidator]
internal sealed partial class NodeOptionsValidator : IValidateOptions<NodeOptions>;
