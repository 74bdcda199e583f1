"""Gradle's build scripts: Groovy with more words."""

from __future__ import annotations

from pyjekyll.highlight.engine import words
from pyjekyll.highlight.lexers.groovy import Groovy


class Gradle(Groovy):
    """Lex Gradle."""

    tag = "gradle"
    keywords = Groovy.keywords | words("""
        allprojects artifacts buildscript configuration dependencies repositories sourceSets subprojects publishing
    """)
    types = Groovy.types | words("""
        Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs Configuration
        ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules ConventionProperty ExtensionAware
        ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact IvyArtifactSet IvyModuleDescriptorSpec
        MavenPublication MavenArtifact MavenArtifactSet MavenPom PluginDependenciesSpec PluginDependencySpec ResourceHandler
        TextResourceFactory
    """)
